using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>What a running controller does with one TargetGroupBinding after the other.</summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster, with a controller.</param>
/// <param name="aws">The calls of its controller.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/targetgroupbinding/resource_manager.go"/>
internal sealed class BindingReconciler(PretendedAccount account, ClusterState cluster, ControllerAws aws)
{
    private readonly SecurityGroupRules _rules = new(aws, [.. cluster.Bindings.Where(binding => !binding.IsOfAutoMode)]);

    /// <summary>Registers the targets of a binding, or removes them where it is being deleted. What fails becomes an event.</summary>
    public void Reconcile(BindingObject binding)
    {
        var spec = new BindingSpec(binding.Spec, cluster.Controller!.Version);
        if (binding.IsTerminating)
        {
            Try(binding, "FailedCleanup", "Failed cleanup due to", () => End(binding, spec));
            return;
        }

        binding.HasFinalizer = true;
        Try(binding, "FailedReconcile", "Failed reconcile due to", () => Register(binding, spec));
    }

    private void Try(BindingObject binding, string reason, string prefix, Action work)
    {
        try
        {
            work();
        }
        catch (RemoteException exception)
        {
            binding.Problem = exception.Message;
            Record(binding, reason, $"{prefix} {exception.Message}");
        }
    }

    private void End(BindingObject binding, BindingSpec spec)
    {
        CleanUp(binding, spec);
        cluster.Bindings.Remove(binding);
    }

    private void Register(BindingObject binding, BindingSpec spec)
    {
        if (BindingEndpoints.Missing(account, binding, spec) is { } missing)
        {
            binding.Problem = missing;
            Record(binding, "BackendNotFound", missing);
            CleanUp(binding, spec);
            binding.Checkpoint = string.Empty;
            return;
        }

        var endpoints = BindingEndpoints.Of(account, aws.ClusterName, binding, spec);
        var checkpoint = $"{string.Join(',', endpoints.Select(endpoint => endpoint.Identity))}/{spec}";
        if (checkpoint == binding.Checkpoint)
        {
            return;
        }

        var targets = aws.DescribeTargetHealth(spec);
        var isNetworkReady = ReconcileNetwork(binding, spec);
        binding.Checkpoint = string.Empty;
        Deregister(binding, spec, [.. targets.ExceptBy(endpoints.Select(each => each.Identity), each => each.Identity)]);
        binding.Tracked = spec.IsMultiCluster ? endpoints.Select(each => each.Identity).ToHashSet() : null;
        RegisterNew(spec, [.. endpoints.ExceptBy(targets.Select(each => each.Identity), each => each.Identity)]);
        binding.Problem = null;
        if (isNetworkReady)
        {
            binding.Checkpoint = checkpoint;
            Record(binding, "SuccessfullyReconciled", "Successfully reconciled");
        }
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
    /// Deregisters the targets of a group that are none of the binding's, also those of other clusters. With <c>multiClusterTargetGroup</c>, only
    /// those that the binding registered, and none the first time.
    /// </summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/targetgroupbinding/multicluster_manager.go"/>
    private void Deregister(BindingObject binding, BindingSpec spec, IEnumerable<RegisteredTarget> targets)
    {
        RegisteredTarget[] own = [.. targets.Where(target => !spec.IsMultiCluster || binding.Tracked?.Contains(target.Identity) == true)];
        if (own.Length > 0)
        {
            aws.DeregisterTargets(spec, own);
        }
    }

    private void CleanUp(BindingObject binding, BindingSpec spec)
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

    private void Record(BindingObject binding, string reason, string message) =>
        account.Clusters.Record(new BindingEvent(aws.ClusterName, binding.FullName, reason, message));
}
