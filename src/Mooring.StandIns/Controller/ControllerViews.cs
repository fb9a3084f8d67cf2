using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>What the controllers of an account's clusters did. Before each answer they reconcile, as they do after any change that they watch.</summary>
public static class ControllerViews
{
    /// <summary>The targets of a target group.</summary>
    /// <param name="account">The account.</param>
    /// <param name="targetGroupArn">ARN of the target group.</param>
    public static IReadOnlyList<RegisteredTarget> TargetsOf(this PretendedAccount account, string targetGroupArn) =>
        [.. account.Targets().Where(target => target.TargetGroupArn == targetGroupArn)];

    /// <summary>The targets of all target groups.</summary>
    public static IReadOnlyList<RegisteredTarget> Targets(this PretendedAccount account) => Reconciled(account, () => account.Clusters.Targets);

    /// <summary>The rules that controllers made in security groups.</summary>
    public static IReadOnlyList<IngressRule> ControllerRules(this PretendedAccount account) => Reconciled(account, () => account.Clusters.Rules);

    /// <summary>The events at the bindings of all clusters, in order.</summary>
    public static IReadOnlyList<BindingEvent> BindingEvents(this PretendedAccount account) => Reconciled(account, () => account.Clusters.Events);

    /// <summary>The bindings of all clusters, those that are being deleted included.</summary>
    public static IReadOnlyList<BindingStatus> Bindings(this PretendedAccount account) =>
        Reconciled(
            account,
            () =>
                account.Clusters.All.SelectMany(cluster =>
                    cluster.Bindings.Select(binding => new BindingStatus(
                        BindingController.NameOf(account, cluster),
                        binding.FullName,
                        binding.Spec["targetGroupARN"]?.ToString(),
                        binding.IsTerminating,
                        ProblemOf(account, cluster, binding)
                    )
                    {
                        IsShared = IsShared(cluster, binding),
                    })
                )
        );

    private static bool IsShared(ClusterState cluster, BindingObject binding) =>
        (binding.IsOfAutoMode ? AutoModeBindings.Version : cluster.Controller?.Version) is { } version && new BindingSpec(binding.Spec, version).IsMultiCluster;

    private static string? ProblemOf(PretendedAccount account, ClusterState cluster, BindingObject binding)
    {
        var (name, arn) = (BindingController.NameOf(account, cluster), binding.Spec["targetGroupARN"]?.ToString());
        var runs = binding.IsOfAutoMode ? AutoModeBindings.AreServed(account, cluster) : BindingController.IsRunning(account, cluster);
        return !runs ? "its controller does not run"
            : binding.Problem is { } problem ? problem
            : cluster.StoppedNamespaces.Contains(binding.Namespace) ? "its pods are pending: no Fargate profile selects them, and there are no nodes"
            : account.Clusters.Targets.Any(target => target.TargetGroupArn == arn && target.Cluster == name) ? null
            : account.Of("aws_lb_target_group").Any(group => group.Value["arn"].Text == arn) ? "another binding deregistered them"
            : $"target group {arn} does not exist any more";
    }

    private static T[] Reconciled<T>(PretendedAccount account, Func<IEnumerable<T>> view)
    {
        lock (account.Gate)
        {
            BindingController.Reconcile(account);
            return [.. view()];
        }
    }
}
