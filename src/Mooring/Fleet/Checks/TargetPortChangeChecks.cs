using System.Globalization;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the ports of targets against the deployed ones. Rules of security groups change when a stack is applied, and pods at another time: a port that
/// is closed while targets still listen on it fails their requests.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The fleet's scope.</param>
internal sealed class TargetPortChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Page = "see docs/troubleshooting.md#a-targetport-that-changes";

    private readonly Dictionary<string, BindingSpec> _before = deployed
        .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select(binding => (Key: KeyOf(deployed, cluster.Key, binding), Binding: binding)))
        .DistinctBy(entry => entry.Key)
        .ToDictionary(entry => entry.Key, entry => entry.Binding, StringComparer.Ordinal);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        foreach (var (name, cluster) in fleet.Clusters)
        {
            foreach (var (index, binding) in cluster.Bindings.Index())
            {
                if (_before.GetValueOrDefault(KeyOf(fleet, name, binding)) is { } before)
                {
                    Check(binding, before, root.At(fleet.Clusters).Entry(name).At(cluster.Bindings).Entry(index));
                }
            }
        }
    }

    private void Check(BindingSpec binding, BindingSpec before, FaultScope at)
    {
        if (
            IsReachedByRules(binding)
            && BindingTargetGroup.Of(fleet, binding).TargetType == TargetType.Ip
            && before.Service.TargetPort is { } port
            && binding.Service.TargetPort != port
        )
        {
            at.At(binding.Service.TargetPort)
                .Add(
                    $"must be {port}, as deployed: the port would be closed while pods still listen on it, got "
                        + $"{binding.Service.TargetPort?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}; {Page}"
                );
        }
    }

    /// <summary>Whether rules of this file let the load balancer through: those of the nodes, or those of its own security group.</summary>
    private bool IsReachedByRules(BindingSpec binding) =>
        binding.LoadBalancer is { } loadBalancer && (binding.Networking is null || TargetPorts.AreConfined(fleet, loadBalancer));

    /// <summary>A binding in its target group: another target group gets its targets anew, on whatever port.</summary>
    private static string KeyOf(FleetSpec fleet, string cluster, BindingSpec binding) =>
        $"{OriginalNames.Cluster(fleet, cluster)}/{FleetNames.TargetGroup(fleet, cluster, binding)}";
}
