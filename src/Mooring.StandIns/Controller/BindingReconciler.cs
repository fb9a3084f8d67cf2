using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>What a running AWS Load Balancer Controller does with one TargetGroupBinding after the other.</summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster, with a controller.</param>
/// <param name="aws">The calls of its controller.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/targetgroupbinding/resource_manager.go"/>
internal sealed class BindingReconciler(PretendedAccount account, ClusterState cluster, ControllerAws aws)
    : TargetReconciler(account, cluster, aws.ClusterName, cluster.Controller!.Version)
{
    private readonly SecurityGroupRules _rules = new(aws, [.. cluster.Bindings.Where(binding => !binding.IsOfAutoMode)]);

    /// <inheritdoc/>
    protected override void Replace(BindingObject binding, BindingSpec spec, IReadOnlyList<RegisteredTarget> endpoints, string checkpoint)
    {
        var targets = aws.DescribeTargetHealth(spec);
        var isNetworkReady = ReconcileNetwork(binding, spec);
        binding.Checkpoint = string.Empty;
        Deregister(binding, spec, Without(targets, endpoints));
        binding.Tracked = TrackedOf(spec, endpoints);
        RegisterNew(spec, Without(endpoints, targets));
        binding.Problem = null;
        if (isNetworkReady)
        {
            RecordSuccess(binding, checkpoint);
        }
    }

    /// <inheritdoc/>
    protected override void CleanUp(BindingObject binding, BindingSpec spec)
    {
        try
        {
            Deregister(binding, spec, aws.DescribeTargetHealth(spec));
        }
        catch (RemoteException exception) when (exception.Message.Contains("TargetGroupNotFound", StringComparison.Ordinal))
        {
            // There is nothing to deregister from.
        }

        binding.Tracked = null;
        _rules.CleanUp(binding);
    }

    /// <summary>Instance targets are not registered before their network is ready, pods are.</summary>
    private bool ReconcileNetwork(BindingObject binding, BindingSpec spec)
    {
        try
        {
            _rules.Reconcile(binding, spec);
            return true;
        }
        catch (RemoteException exception) when (spec.TargetType == BindingSpec.Ip)
        {
            Record(binding, "FailedNetworkReconcile", exception.Message);
            return false;
        }
    }

    private void RegisterNew(BindingSpec spec, RegisteredTarget[] targets)
    {
        if (targets.Length == 0)
        {
            return;
        }

        if (spec.TargetType == BindingSpec.Ip)
        {
            // Whether an address is in the VPC decides the Availability Zone that it is registered with.
            aws.DescribeOfEc2("DescribeVpcs");
        }

        aws.RegisterTargets(spec, targets);
    }

    /// <summary>
    /// Deregisters the targets of a group that are none of the binding's, also those of other clusters. With <c>multiClusterTargetGroup</c> it deregisters
    /// none the first time.
    /// </summary>
    private void Deregister(BindingObject binding, BindingSpec spec, IEnumerable<RegisteredTarget> targets)
    {
        var own = Own(binding, spec, targets);
        if (own.Length > 0)
        {
            aws.DeregisterTargets(spec, own);
        }
    }
}
