using Mooring.Fleet.Derivation;

namespace Mooring.Fleet.Checks;

/// <summary>What only Terraform knows of ARNs, as long as it can be: for the limits of what is generated with them.</summary>
internal static class LongestArns
{
    /// <summary>The partition.</summary>
    public const string Partition = "aws-us-gov";

    /// <summary>The account.</summary>
    public const string Account = "000000000000";

    /// <summary>A role of the fleet.</summary>
    public static string Role(FleetSpec fleet, string name) => RoleArns.Of(fleet, Partition, Account, name);
}
