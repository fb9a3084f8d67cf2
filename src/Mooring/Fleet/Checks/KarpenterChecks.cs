using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks what Karpenter needs in a cluster.</summary>
/// <param name="index">The fleet.</param>
/// <param name="name">Name of the cluster.</param>
/// <param name="scope">The cluster's scope.</param>
internal sealed class KarpenterChecks(FleetIndex index, string name, FaultScope scope)
{
    private readonly ClusterSpec _cluster = index.Fleet.Clusters[name];

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        if (_cluster.Karpenter is not { } karpenter)
        {
            return;
        }

        var at = scope.At(_cluster.Karpenter);
        at.Check(karpenter.Namespace, KubernetesLimits.DnsLabel);
        at.CheckEach(karpenter.Subnets, AwsLimits.SubnetId);
        at.Check(karpenter.Subnets, Limit.NoneTwice);
        at.Check(karpenter.DiscoveryTag, AwsLimits.TagKey);
        if (karpenter.Subnets.Count == 0 && _cluster.Subnets.Count == 0 && !scope.At(_cluster.Subnets).IsFaulty)
        {
            at.At(karpenter.Subnets).As(ErrorCodes.Missing).Add("is required for a cluster without 'subnets'");
        }

        CheckTags(karpenter, at);
        CheckFargate(karpenter, at);
    }

    /// <summary>Two stacks would give one tag two values in turns, and one Karpenter would find no subnet.</summary>
    private void CheckTags(KarpenterSpec karpenter, FaultScope at)
    {
        if (at.IsFaulty)
        {
            return;
        }

        var taken = KarpenterTags
            .Of(_cluster)
            .Select(tag => (tag.Resource, tag.Key, Owner: index.FirstTaggedForKarpenter(tag.Resource, tag.Key)))
            .FirstOrDefault(tag => tag.Owner != name);
        if (taken is { Owner: { } owner, Resource: var resource, Key: var key })
        {
            at.At(karpenter.DiscoveryTag)
                .As(ErrorCodes.Taken)
                .Add($"must be another key than that of cluster '{owner}', which has '{resource}' too: a tag has one value, got '{key}'");
        }
    }

    /// <summary>The Pod Identity agent is a DaemonSet, and Fargate runs none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html#pod-id-considerations"/>
    private void CheckFargate(KarpenterSpec karpenter, FaultScope at)
    {
        if (
            !at.IsFaulty
            && !scope.At(_cluster.FargateProfiles).IsFaulty
            && !scope.Root.At(index.Fleet.Controller).IsIncomplete
            && ClusterController.KarpenterIdentity(index.Fleet, name) == WorkloadIdentity.PodIdentity
            && FargatePods.ProfileOf(_cluster, karpenter.Namespace) is { } profile
        )
        {
            at.At(karpenter.Identity)
                .Add(
                    $"must be 'irsa': Karpenter's pods in namespace '{karpenter.Namespace}' run on Fargate with profile '{profile}', where the Pod Identity "
                        + "agent does not run, got 'podIdentity'"
                );
        }
    }
}
