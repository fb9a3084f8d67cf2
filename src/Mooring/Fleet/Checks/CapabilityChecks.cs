using Mooring.ArgoCd;
using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the EKS Capability for Argo CD that Terraform creates.</summary>
internal static class CapabilityChecks
{
    /// <summary>Adds its errors.</summary>
    /// <param name="argoCd">Its Argo CD.</param>
    /// <param name="argoCdScope">The scope of Argo CD.</param>
    public static void Check(ArgoCdSpec argoCd, FaultScope argoCdScope)
    {
        if (argoCd.Capability is not { } capability)
        {
            return;
        }

        var scope = argoCdScope.At(argoCd.Capability);
        if (argoCd.Existing && !argoCdScope.At(argoCd.Existing).IsUnreadable)
        {
            scope.AddBeside("must be left out with 'existing: true': the capability belongs to a cluster of another fleet");
        }

        scope.Check(capability.Name, CapabilityLimits.Name);
        CheckIdentityCenter(capability.IdentityCenter, scope.At(capability.IdentityCenter));
        scope.CheckEach(capability.VpcEndpoints, AwsLimits.VpcEndpointId);
        scope.Check(capability.VpcEndpoints, Limit.NoneTwice);
        CheckIdentities(capability.Admins, scope.At(capability.Admins));
        CheckIdentities(capability.Editors, scope.At(capability.Editors));
        CheckIdentities(capability.Viewers, scope.At(capability.Viewers));
    }

    private static void CheckIdentityCenter(IdentityCenterSpec identityCenter, FaultScope scope)
    {
        scope.Check(identityCenter.Instance, CapabilityLimits.InstanceArn);
        scope.Check(identityCenter.Region, AwsLimits.Region);
    }

    private static void CheckIdentities(IdentitiesSpec identities, FaultScope scope)
    {
        scope.CheckEach(identities.Users, CapabilityLimits.Identity);
        scope.Check(identities.Users, Limit.NoneTwice);
        scope.CheckEach(identities.Groups, CapabilityLimits.Identity);
        scope.Check(identities.Groups, Limit.NoneTwice);
    }
}
