namespace Mooring.Fleet.Derivation;

/// <summary>Derives ARNs of the fleet's roles, which have its path.</summary>
internal static class RoleArns
{
    /// <summary>ARN of a role.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="partition">Partition that the fleet is in.</param>
    /// <param name="account">Id of the role's account.</param>
    /// <param name="role">Name of the role.</param>
    public static string Of(FleetSpec fleet, string partition, string? account, string role) =>
        $"arn:{partition}:iam::{account}:role{fleet.Iam.Path ?? "/"}{role}";
}
