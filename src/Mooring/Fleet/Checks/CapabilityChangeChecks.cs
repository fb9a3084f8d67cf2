using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that the EKS Capability for Argo CD stays in its cluster. A capability belongs to one cluster for its whole life. In that one EKS creates the access
/// entry of its role, and in the others Terraform does; a principal has one entry in a cluster, and whoever creates a second one is refused.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/working-with-capabilities.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class CapabilityChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    /// <summary>Adds the error of the change.</summary>
    public void Check()
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

    private static bool IsReached(FleetSpec of, string cluster) => of.Clusters.ContainsKey(cluster) && FleetRegistrations.IsReachedByArgoCd(of, cluster);
}
