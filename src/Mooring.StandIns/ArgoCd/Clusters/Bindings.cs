using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>The bindings of a cluster: a webhook that answers while the controller runs, and a finalizer that the controller removes.</summary>
/// <param name="cluster">The cluster.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/webhooks/elbv2/targetgroupbinding_validator.go"/>
internal sealed class Bindings(ManagedCluster cluster) : IBindings
{
    private static readonly string[] s_immutable = ["targetGroupARN", "targetType", "ipAddressType", "vpcID"];

    /// <inheritdoc/>
    public void Apply(ManagedResource binding, ManagedResource? prior)
    {
        if (cluster.WebhookError is { } error)
        {
            throw new RemoteException(
                $"Internal error occurred: failed calling webhook \"mtargetgroupbinding.elbv2.k8s.aws\": failed to call webhook: {error}"
            );
        }

        var changed = prior is null ? [] : s_immutable.Where(field => prior.Content.TextAt("spec", field) != binding.Content.TextAt("spec", field)).ToArray();
        if (changed.Length > 0)
        {
            throw new RemoteException(
                $"TargetGroupBinding update may not change these immutable fields: {string.Join(',', changed.Select(field => $"spec.{field}"))}"
            );
        }
    }

    /// <inheritdoc/>
    public bool Delete(ManagedResource binding) => cluster.ControllerRuns;
}
