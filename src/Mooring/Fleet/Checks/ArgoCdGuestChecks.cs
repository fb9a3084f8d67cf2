using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the fleets of others whose clusters are registered with this fleet's Argo CD.</summary>
internal static class ArgoCdGuestChecks
{
    /// <summary>Adds their errors.</summary>
    public static void Check(FleetSpec fleet, ArgoCdSpec argoCd, FaultScope scope)
    {
        if (argoCd.Guests.Count > 0 && !scope.IsUnreadable)
        {
            scope.AddBeside(
                argoCd.Existing ? "must be left out with 'existing: true': Argo CD's role belongs to another fleet"
                : argoCd.IsCapability ? "must be left out with an EKS Capability for Argo CD, which assumes no roles: clusters let its own in"
                : null
            );
        }

        foreach (var (name, guest) in argoCd.Guests)
        {
            var at = scope.Entry(name);
            at.CheckName(name, LoadBalancerLimits.Name);
            at.CheckName(name, TerraformText.Verbatim);
            at.AddBeside(name == fleet.Name ? $"must be the name of another fleet than this one, '{name}'" : null);
            at.CheckEach(guest.Accounts, account => AwsLimits.Account(account) ?? OwnAccount(fleet, account));
            at.Check(guest.Accounts, Limit.NoneTwice);
            at.At(guest.Accounts).AddIf(Limit.Entries(guest.Accounts.Count, 1, int.MaxValue));
            at.Check(guest.IamPath, IamLimits.RolePath);
        }
    }

    /// <summary>In one account the trust policy of a role is enough.</summary>
    private static string? OwnAccount(FleetSpec fleet, string account) =>
        account == FleetLocation.OfArgoCd(fleet).Account
            ? $"must be another account than that of the root cluster, where the roles themselves let Argo CD in, got '{account}'"
            : null;
}
