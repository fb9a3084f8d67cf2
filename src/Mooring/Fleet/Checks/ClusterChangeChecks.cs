using Mooring.Clusters;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the control plane of a cluster against the deployed one: what EKS refuses, and what Terraform would replace the cluster for.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="before">The cluster as it is deployed.</param>
/// <param name="scope">The cluster's scope.</param>
internal sealed class ClusterChangeChecks(ClusterSpec cluster, ClusterSpec before, FaultScope scope)
{
    /// <summary>The authentication modes, each with the one that EKS can change it to.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html"/>
    private static readonly AuthenticationMode[] s_modes = [AuthenticationMode.ConfigMap, AuthenticationMode.ApiAndConfigMap, AuthenticationMode.Api];

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        if (cluster.Existing != before.Existing)
        {
            scope
                .At(cluster.Existing)
                .Add(
                    $"must be {(before.Existing ? "true" : "false")}, as deployed: Terraform would "
                        + (before.Existing ? "create a cluster that exists" : "destroy the cluster that it created")
                        + "; see docs/troubleshooting.md#existing-is-added-or-removed"
                );
        }
        else if (!cluster.Existing)
        {
            CheckEncryptionKey();
            CheckAuthenticationMode();
            CheckAutoMode();
        }
    }

    /// <summary>
    /// Terraform would leave EKS Auto Mode on, or refuse the plan, depending on the version of the AWS provider, and replace a cluster that was created
    /// with it: its creation without Kubernetes' own add-ons is in the state.
    /// </summary>
    private void CheckAutoMode()
    {
        if (before.AutoMode is not null && cluster.AutoMode is null)
        {
            scope
                .At(cluster.AutoMode)
                .Add(
                    "must stay as long as the cluster exists, as '{ enabled: false }' to switch EKS Auto Mode off: without it Terraform would replace the "
                        + "cluster; see docs/auto-mode.md#switch-it-off"
                );
        }
    }

    private void CheckEncryptionKey()
    {
        if (before.EncryptionKey is { } key && cluster.EncryptionKey != key)
        {
            scope
                .At(cluster.EncryptionKey)
                .Add(
                    $"must be '{key}', as deployed: EKS neither changes nor removes the key of a cluster"
                        + (cluster.EncryptionKey is { } other ? $", got '{other}'" : ", and Terraform would replace the cluster")
                );
        }
    }

    private void CheckAuthenticationMode()
    {
        var (now, old) = (Array.IndexOf(s_modes, cluster.AuthenticationMode), Array.IndexOf(s_modes, before.AuthenticationMode));
        var at = scope.At(cluster.AuthenticationMode);
        if (now < old)
        {
            at.Add($"must be '{before.AuthenticationMode.Word()}', as deployed: EKS does not go back, got '{cluster.AuthenticationMode.Word()}'");
        }
        else if (now > old + 1)
        {
            at.Add(
                $"must be '{s_modes[old + 1].Word()}' before it is '{cluster.AuthenticationMode.Word()}': EKS changes it step by step, and "
                    + $"'{before.AuthenticationMode.Word()}' is deployed"
            );
        }
    }
}
