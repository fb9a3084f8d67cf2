using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>What a controller does with one TargetGroupBinding after the other, whosever controller it is.</summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster's API server.</param>
/// <param name="clusterName">Name of the cluster.</param>
/// <param name="version">Version of the AWS Load Balancer Controller whose meaning the fields of bindings have.</param>
internal abstract class TargetReconciler(PretendedAccount account, ClusterState cluster, string clusterName, Version version)
{
    /// <summary>The account.</summary>
    protected PretendedAccount Account => account;

    /// <summary>Registers the targets of a binding, or removes them where it is being deleted. What fails becomes an event.</summary>
    public void Reconcile(BindingObject binding)
    {
        var spec = new BindingSpec(binding.Spec, version);
        if (binding.IsTerminating)
        {
            Try(binding, "FailedCleanup", "Failed cleanup due to", () => End(binding, spec));
            return;
        }

        binding.HasFinalizer = true;
        Try(binding, "FailedReconcile", "Failed reconcile due to", () => Register(binding, spec));
    }

    /// <summary>Requires what is asked before everything else.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    protected virtual void Prepare(BindingSpec spec) { }

    /// <summary>Makes the targets of a group those of a binding.</summary>
    /// <param name="binding">The binding.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="endpoints">What its Service has.</param>
    /// <param name="checkpoint">What the controller remembers of both where all went well.</param>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    protected abstract void Replace(BindingObject binding, BindingSpec spec, IReadOnlyList<RegisteredTarget> endpoints, string checkpoint);

    /// <summary>Removes the targets of a binding.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    protected abstract void CleanUp(BindingObject binding, BindingSpec spec);

    /// <summary>Targets of a group that a binding may deregister: all; with <c>multiClusterTargetGroup</c>, only those that it registered.</summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/targetgroupbinding/multicluster_manager.go"/>
    protected static RegisteredTarget[] Own(BindingObject binding, BindingSpec spec, IEnumerable<RegisteredTarget> targets) =>
        [.. targets.Where(target => !spec.IsMultiCluster || binding.Tracked?.Contains(target.Identity) == true)];

    /// <summary>Targets that are not among others.</summary>
    protected static RegisteredTarget[] Without(IEnumerable<RegisteredTarget> targets, IEnumerable<RegisteredTarget> others) =>
        [.. targets.ExceptBy(others.Select(each => each.Identity), each => each.Identity)];

    /// <summary>What a binding keeps of the targets that it registered.</summary>
    protected static HashSet<string>? TrackedOf(BindingSpec spec, IEnumerable<RegisteredTarget> endpoints) =>
        spec.IsMultiCluster ? endpoints.Select(each => each.Identity).ToHashSet() : null;

    /// <summary>Records an event of a binding.</summary>
    protected void Record(BindingObject binding, string reason, string message) =>
        account.Clusters.Record(new BindingEvent(clusterName, binding.FullName, reason, message));

    /// <summary>Records that all went well.</summary>
    protected void RecordSuccess(BindingObject binding, string checkpoint)
    {
        binding.Checkpoint = checkpoint;
        Record(binding, "SuccessfullyReconciled", "Successfully reconciled");
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

    /// <summary>It looks at the target group again only when endpoints or spec have changed.</summary>
    private void Register(BindingObject binding, BindingSpec spec)
    {
        Prepare(spec);
        if (BindingEndpoints.Missing(account, binding, spec) is { } missing)
        {
            binding.Problem = missing;
            Record(binding, "BackendNotFound", missing);
            CleanUp(binding, spec);
            binding.Checkpoint = string.Empty;
            return;
        }

        FargatePods.Schedule(account, cluster, binding.Namespace);
        var endpoints = cluster.StoppedNamespaces.Contains(binding.Namespace) ? [] : BindingEndpoints.Of(account, clusterName, binding, spec);
        var checkpoint = $"{string.Join(',', endpoints.Select(endpoint => endpoint.Identity))}/{spec}";
        if (checkpoint != binding.Checkpoint)
        {
            Replace(binding, spec, endpoints, checkpoint);
        }
    }
}
