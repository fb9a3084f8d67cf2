using System.Text.Json;
using Mooring.Fleet.Derivation;

namespace Mooring.Fleet.Checks;

/// <summary>
/// What the parts of a fleet contain but for their names, as text that is compared with the other fleet. A reference to something that only one of the
/// two fleets has counts as equal: it may be renamed, too.
/// </summary>
/// <param name="fleet">The fleet with its original names.</param>
/// <param name="other">The fleet that it is compared with, with its original names.</param>
internal sealed class PartContents(FleetSpec fleet, FleetSpec other)
{
    private readonly BindingIndex _bindings = new(fleet);
    private readonly BindingIndex _others = new(other);

    /// <summary>A load balancer, without what changes by itself or is only for an import.</summary>
    public string LoadBalancer(string name)
    {
        var loadBalancer = fleet.LoadBalancers[name];
        return Text(
            loadBalancer with
            {
                Adopt = null,
                TargetGroups = loadBalancer.TargetGroups.ToDictionary(pair => pair.Key, pair => pair.Value with { Adopt = null }),
                Listeners = loadBalancer.Listeners.ToDictionary(pair => pair.Key, pair => Contents(pair.Value)),
            }
        );
    }

    /// <summary>A cluster. One that exists already is found by its name: another name is another cluster.</summary>
    public string? Cluster(string name)
    {
        var cluster = fleet.Clusters[name];
        return cluster.Existing ? null : Text(cluster with { HandoverFrom = null, Bindings = [.. cluster.Bindings.Select(Contents)] });
    }

    /// <summary>A binding of a cluster.</summary>
    public string Binding(string cluster, string name) => Text(Contents(_bindings.Of(cluster, name)!) with { Name = null });

    /// <summary>A managed node group of a cluster.</summary>
    public string NodeGroup(string cluster, string name) => Text(fleet.Clusters[cluster].NodeGroups[name]);

    /// <summary>A self-managed node group of a cluster.</summary>
    public string SelfManagedNodeGroup(string cluster, string name) => Text(fleet.Clusters[cluster].SelfManagedNodeGroups[name]);

    /// <summary>A listener.</summary>
    public ListenerSpec Contents(ListenerSpec listener) =>
        listener with
        {
            Adopt = null,
            Renamed = null,
            DefaultAction = listener.DefaultAction is { } action ? action with { Forward = Contents(action.Forward) } : null,
            Rules =
            [
                .. listener.Rules.Select(rule => rule with { Adopt = null, Renamed = null, Priority = null, Places = null, Forward = Contents(rule.Forward) }),
            ],
        };

    /// <summary>The text of a part.</summary>
    public static string Text(object part) => JsonSerializer.Serialize(part, part.GetType());

    private ForwardSpec? Contents(ForwardSpec? forward) =>
        forward is null ? null : forward with { TargetGroups = [.. forward.TargetGroups.Select(target => Contents(target))] };

    private ForwardTargetGroupSpec Contents(ForwardTargetGroupSpec target) =>
        target.Cluster is null
            ? target
            : target with
            {
                Cluster = other.Clusters.ContainsKey(target.Cluster) ? target.Cluster : string.Empty,
                Binding = target.Binding is { } binding && _others.Of(target.Cluster, binding) is null ? string.Empty : target.Binding,
            };

    private BindingSpec Contents(BindingSpec binding) =>
        binding with
        {
            TargetGroup = binding.TargetGroup with { Adopt = null },
            LoadBalancer = binding.LoadBalancer is { } name && !other.LoadBalancers.ContainsKey(name) ? string.Empty : binding.LoadBalancer,
        };
}
