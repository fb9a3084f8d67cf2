using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The AWS Load Balancer Controller of each cluster. A delivery, such as Helm, installs it and applies the bindings through <see cref="BindingApi"/>;
/// it runs where it is installed and ready.
/// </summary>
internal static class BindingController
{
    /// <summary>Installs or upgrades the controller with its webhooks. New pods start where their template is another one than before.</summary>
    /// <param name="account">The account.</param>
    /// <param name="scope">Endpoint of the cluster.</param>
    /// <param name="controller">The controller.</param>
    /// <param name="isReady">Whether its pods become ready.</param>
    public static void Install(PretendedAccount account, string scope, ControllerSettings controller, bool isReady)
    {
        var cluster = account.Clusters.Of(scope);
        var template = cluster.Controller?.PodTemplate;
        (cluster.Controller, cluster.IsReady) = (controller, isReady);
        if (template != controller.PodTemplate)
        {
            StartPods(account, cluster);
        }

        Reconcile(account, scope);
    }

    /// <summary>Starts new pods of the controller, which get their role as EKS gives it to new pods.</summary>
    public static void StartPods(PretendedAccount account, ClusterState cluster)
    {
        var controller = cluster.Controller!;
        cluster.Pods = new PodIdentity(ControllerRole.AssociationOf(account, NameOf(account, cluster), controller) is not null, controller.RoleArn);
    }

    /// <summary>Removes the controller with its webhooks. Bindings and targets stay.</summary>
    public static void Uninstall(PretendedAccount account, string scope) => account.Clusters.Of(scope).Controller = null;

    /// <summary>Whether a controller is installed and answers its webhooks.</summary>
    public static bool IsRunning(PretendedAccount account, ClusterState cluster) =>
        cluster is { Controller: not null, IsReady: true } && !account.UnreadyControllers.Contains(NameOf(account, cluster));

    /// <summary>Name of a cluster; empty where EKS has it no more.</summary>
    public static string NameOf(PretendedAccount account, ClusterState cluster) => ClusterOf(account, cluster)?["name"].Text ?? string.Empty;

    /// <summary>The cluster, as EKS has it; <see langword="null"/> where it has it no more.</summary>
    public static ObjectValue? ClusterOf(PretendedAccount account, ClusterState cluster) =>
        account.Of("aws_eks_cluster").FirstOrDefault(each => each.Value["endpoint"].Text == cluster.Endpoint)?.Value;

    /// <summary>The calls of a cluster's controller to AWS; <see langword="null"/> where it does not run.</summary>
    public static ControllerAws? AwsOf(PretendedAccount account, ClusterState cluster) =>
        IsRunning(account, cluster) && ClusterOf(account, cluster) is { } eks ? new ControllerAws(account, eks, cluster) : null;

    /// <summary>Reconciles the bindings of all clusters, as their controllers do that see changes and repeat what failed.</summary>
    public static void Reconcile(PretendedAccount account)
    {
        foreach (var cluster in account.Clusters.All)
        {
            Reconcile(account, cluster.Endpoint);
        }
    }

    /// <summary>Reconciles the bindings of a cluster, where its controller runs.</summary>
    public static void Reconcile(PretendedAccount account, string scope)
    {
        lock (account.Gate)
        {
            Forget(account);
            var cluster = account.Clusters.Of(scope);
            if (AwsOf(account, cluster) is { } aws)
            {
                var reconciler = new BindingReconciler(account, cluster, aws);
                foreach (var binding in cluster.Bindings.Where(binding => !binding.IsOfAutoMode).ToArray())
                {
                    reconciler.Reconcile(binding);
                }
            }

            if (AutoModeBindings.AreServed(account, cluster))
            {
                var reconciler = new AutoModeReconciler(account, cluster, ClusterOf(account, cluster)!);
                foreach (var binding in cluster.Bindings.Where(binding => binding.IsOfAutoMode).ToArray())
                {
                    reconciler.Reconcile(binding);
                }
            }
        }
    }

    /// <summary>Elastic Load Balancing forgets the targets of a target group that is deleted.</summary>
    private static void Forget(PretendedAccount account)
    {
        var existing = account.Of("aws_lb_target_group").Select(each => each.Value["arn"].Text).ToHashSet();
        account.Clusters.Targets.RemoveAll(target =>
            account.Simulates(PretendedAccount.AccountOf(target.TargetGroupArn)) && !existing.Contains(target.TargetGroupArn)
        );
    }
}
