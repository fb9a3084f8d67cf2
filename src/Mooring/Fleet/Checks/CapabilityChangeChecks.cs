using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that the EKS Capability for Argo CD stays in its cluster. A capability belongs to one cluster for its whole life. In that one EKS creates the access
/// entry of its role, and in the others Terraform does; a principal has one entry in a cluster, and EKS refuses a second one.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/working-with-capabilities.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class CapabilityChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Page = "docs/argocd-capability.md";

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        CheckPlace();
        if (fleet.ArgoCd is { Existing: false } argoCd && deployed.ArgoCd is { Existing: false } before)
        {
            CheckOwner(argoCd, before, root.At(fleet.ArgoCd));
        }
    }

    private void CheckPlace()
    {
        if (fleet.ArgoCd is not { CapabilityRole: { } role } argoCd || deployed.ArgoCd is not { } before || before.CapabilityRole != role)
        {
            return;
        }

        var now = OriginalNames.Of(fleet);
        if (now.ArgoCd!.Cluster != before.Cluster && (IsReached(deployed, now.ArgoCd.Cluster) || IsReached(now, before.Cluster)))
        {
            root.At(fleet.ArgoCd)
                .At(argoCd.Cluster)
                .Add(
                    $"must be '{before.Cluster}', as deployed, or have another 'capabilityRole' beside it: an EKS Capability stays in its cluster, so the "
                        + "other cluster gets one of its own, and the access entries of this role are there already, "
                        + $"got '{argoCd.Cluster}'"
                );
        }
    }

    /// <summary>
    /// A cluster has one capability for Argo CD, which Terraform does not take over by creating it. Once Terraform has it, the key is what keeps it.
    /// </summary>
    private void CheckOwner(ArgoCdSpec argoCd, ArgoCdSpec before, FaultScope scope)
    {
        var isSameCluster = OriginalNames.Of(fleet).ArgoCd!.Cluster == before.Cluster;
        if (argoCd.Capability is not null && before is { Capability: null, CapabilityRole: not null } && isSameCluster)
        {
            scope
                .At(argoCd.Capability)
                .AddBeside(
                    $"must be left out until the capability that cluster '{argoCd.Cluster}' has is imported: EKS refuses a second one; "
                        + $"see {Page}#take-over-a-capability"
                );
        }

        if (argoCd is { Capability: null, CapabilityRole: not null } && before.Capability is not null && isSameCluster)
        {
            scope
                .At(argoCd.CapabilityRole)
                .Add(
                    "must have 'capability' beside it, as deployed: without it Terraform destroys the capability, and with it the access entry of its role; "
                        + $"see {Page}#leave-a-capability"
                );
        }

        if (
            argoCd.Capability is { VpcEndpoints.Count: 0 } capability
            && before.Capability is { VpcEndpoints.Count: > 0 } old
            && isSameCluster
            && (capability.Name, capability.IdentityCenter, argoCd.Namespace) == (old.Name, old.IdentityCenter, before.Namespace)
        )
        {
            scope
                .At(argoCd.Capability)
                .At(capability.VpcEndpoints)
                .AddBeside($"must have an endpoint, as deployed: the AWS provider cannot take the last one away; see {Page}#a-public-endpoint-again");
        }
    }

    private static bool IsReached(FleetSpec of, string cluster) => of.Clusters.ContainsKey(cluster) && FleetRegistrations.IsReachedByArgoCd(of, cluster);
}
