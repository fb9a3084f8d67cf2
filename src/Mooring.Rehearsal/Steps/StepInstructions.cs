using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Steps;

/// <summary>What a person does before and after a step, in words: Terraform cannot wait for it.</summary>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="fleet">The next fleet, with its original names.</param>
internal sealed class StepInstructions(FleetSpec deployed, FleetSpec fleet)
{
    private const int DefaultDeregistrationDelay = 300;

    /// <summary>A stack with new bindings waits for the namespaces and Services of these, by its name.</summary>
    public IReadOnlyDictionary<string, string> Services() =>
        fleet
            .Clusters.Where(cluster => NewBindings(cluster.Key).Any())
            .ToDictionary(
                cluster => (cluster.Value.Delivery == Delivery.Helm ? StackKind.Binding : StackKind.Registration).StackOf(cluster.Key),
                cluster => $"make sure that cluster '{cluster.Key}' has {ServicesOf(cluster.Key)}"
            );

    /// <summary>After the expansion: new targets are healthy before they get traffic.</summary>
    public IEnumerable<string> Health()
    {
        foreach (var (name, _) in fleet.Clusters.Where(cluster => cluster.Value.Delivery == Delivery.ArgoCd && NewBindings(cluster.Key).Any()))
        {
            yield return $"wait until the Application of cluster '{name}' is Synced and Healthy";
        }

        var groups = fleet
            .Clusters.Keys.SelectMany(cluster => NewBindings(cluster).Select(binding => FleetNames.TargetGroup(fleet, cluster, binding)))
            .Distinct()
            .ToArray();
        if (groups.Length > 0)
        {
            yield return $"wait until all targets are healthy in {Join(groups)}: aws elbv2 describe-target-health; "
                + "targets of a group that no rule forwards to yet are 'unused'";
        }

        foreach (var cluster in fleet.Clusters.Where(cluster => IsUpgraded(cluster.Key)).Select(cluster => cluster.Key))
        {
            yield return $"check the controller of cluster '{cluster}': kubectl --namespace aws-lb-controller rollout status deployment";
        }
    }

    /// <summary>The clusters whose controllers get another role, or the same one in another way: a running pod keeps what it was started with.</summary>
    public IEnumerable<string> Restarts() =>
        fleet.Clusters.Keys.Where(cluster =>
            deployed.Clusters.ContainsKey(cluster)
            && ClusterController.IsInstalled(fleet, cluster)
            && ClusterController.IsInstalled(deployed, cluster)
            && (
                ClusterController.Of(fleet, cluster).Identity != ClusterController.Of(deployed, cluster).Identity
                || fleet.Clusters[cluster].Controller.Role != deployed.Clusters[cluster].Controller.Role
            )
        );

    /// <summary>What restarts the controller of a cluster.</summary>
    public static string Restart(string cluster) =>
        $"restart the controller of cluster '{cluster}', whose pods keep the identity that they were started with: "
        + "kubectl --namespace aws-lb-controller rollout restart deployment";

    /// <summary>After a shift that is not the last one.</summary>
    public static IEnumerable<string> Watch() => ["watch error rates and latency before the next step; going back is the step before"];

    /// <summary>After the last shift: requests that are running, and clients that are kept where they are.</summary>
    /// <param name="shifted">The fleet with its new weights.</param>
    public IEnumerable<string> Drain(FleetSpec shifted)
    {
        if (!ForwardsOf(shifted).Any(forward => forward.TargetGroups.Any(target => target.Weight == 0)))
        {
            return ["watch error rates and latency"];
        }

        const string requests = "wait until the target groups with weight 0 get no requests: CloudWatch metric RequestCount by target group";
        return ForwardsOf(deployed).Max(forward => forward.Stickiness) is { } seconds
            ? [requests, $"this takes up to {Seconds(seconds)}: a client stays where it is until the cookie of the forward's 'stickiness' expires"]
            : [requests];
    }

    /// <summary>Before load balancers and listeners go, which only their clients know.</summary>
    public static IEnumerable<string> Unused(FleetSpec from, FleetSpec to)
    {
        foreach (var (name, loadBalancer) in from.LoadBalancers)
        {
            if (!to.LoadBalancers.TryGetValue(name, out var next))
            {
                yield return $"make sure that no DNS record points at load balancer '{name}' any more: it is destroyed in the end";
                continue;
            }

            var ports = next.Listeners.Values.Select(listener => listener.Port).ToHashSet();
            foreach (var port in loadBalancer.Listeners.Values.Select(listener => listener.Port).Where(port => !ports.Contains(port)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"make sure that no client uses port {port} of load balancer '{name}' any more");
            }
        }
    }

    /// <summary>Before targets go: how long the load balancer waits for their requests.</summary>
    /// <param name="gone">The bindings that go.</param>
    public static IEnumerable<string> Deregistration(IEnumerable<BindingSpec> gone)
    {
        int[] delays = [.. gone.Select(binding => binding.TargetGroup.DeregistrationDelay ?? DefaultDeregistrationDelay)];
        return delays.Length > 0 ? [$"targets that leave finish their requests for up to {Seconds(delays.Max())} ('deregistrationDelay')"] : [];
    }

    /// <summary>After a step that takes bindings out of a cluster.</summary>
    public static string Gone(string cluster, Delivery delivery) =>
        delivery == Delivery.Helm
            ? $"check that the bindings are gone from cluster '{cluster}': kubectl get targetgroupbindings --all-namespaces"
            : $"wait until Argo CD has removed the bindings from cluster '{cluster}': kubectl get targetgroupbindings --all-namespaces";

    /// <summary>After a handover.</summary>
    public static string HandedOver(string cluster, Delivery to) =>
        to == Delivery.ArgoCd
            ? $"wait until the Application of cluster '{cluster}' is Synced and Healthy, then delete Helm's records: "
                + "kubectl --namespace aws-lb-controller delete secret --selector owner=helm; then delete the folder of "
                + StackKind.Binding.StackOf(cluster)
            : $"check that the targets of cluster '{cluster}' are healthy: aws elbv2 describe-target-health";

    private IEnumerable<BindingSpec> NewBindings(string cluster) =>
        fleet
            .Clusters[cluster]
            .ControllerBindings.Where(binding =>
                deployed.Clusters.GetValueOrDefault(cluster)?.Bindings.Any(other => other.EffectiveName == binding.EffectiveName) != true
            );

    private string ServicesOf(string cluster) =>
        Join(
            NewBindings(cluster)
                .Select(binding => binding.Service)
                .DistinctBy(service => (service.Namespace, service.Name))
                .Select(service => $"namespace '{service.Namespace}' with Service '{service.Name}'")
        );

    private bool IsUpgraded(string cluster) =>
        deployed.Clusters.GetValueOrDefault(cluster) is { HasController: true }
        && ClusterController.IsInstalled(fleet, cluster)
        && ClusterController.IsInstalled(deployed, cluster)
        && ClusterController.Of(fleet, cluster).EffectiveChartVersion != ClusterController.Of(deployed, cluster).EffectiveChartVersion;

    private static IEnumerable<ForwardSpec> ForwardsOf(FleetSpec of) =>
        of
            .LoadBalancers.Values.SelectMany(loadBalancer => loadBalancer.Listeners.Values)
            .SelectMany(listener => listener.Actions)
            .Select(action => action.Forward)
            .OfType<ForwardSpec>();

    private static string Seconds(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} seconds");

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
