using Mooring.Clusters;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives the ports that a load balancer connects to.</summary>
internal static class TargetPorts
{
    private const int Https = 443;

    private static readonly PortRange s_nodePorts = new(NodeIngressProps.FirstNodePort, NodeIngressProps.LastNodePort);

    /// <summary>The ports of its targets, those of their health checks, and of identity providers; none is in the node ports beside them.</summary>
    public static IReadOnlyList<PortRange> Of(FleetSpec fleet, string loadBalancer)
    {
        var bindings = fleet.Clusters.Values.SelectMany(cluster => cluster.Bindings).Where(binding => binding.LoadBalancer == loadBalancer);
        var ranges = bindings.SelectMany(OfBinding).Concat(OfIdentityProviders(fleet.LoadBalancers[loadBalancer])).Distinct().ToArray();
        return [.. ranges.Where(range => range == s_nodePorts || !ranges.Contains(s_nodePorts) || !s_nodePorts.Contains(range)).OrderBy(range => range.From)];
    }

    /// <summary>Whether the file has the port on which a binding's targets listen.</summary>
    public static bool IsKnown(BindingSpec binding) => binding.TargetGroup.TargetType == TargetType.Instance || binding.Service.TargetPort is not null;

    private static IEnumerable<PortRange> OfBinding(BindingSpec binding)
    {
        var group = binding.TargetGroup;
        yield return group.TargetType == TargetType.Ip && binding.Service.TargetPort is { } pod ? One(pod) : s_nodePorts;
        if (binding.RegisterBy == RegisterBy.AutoScaling)
        {
            // Auto Scaling registers an instance on the port of the target group.
            yield return One(group.Port);
        }

        if (group.HealthCheck.Port is { } health)
        {
            yield return One(health);
        }
    }

    private static IEnumerable<PortRange> OfIdentityProviders(LoadBalancerSpec loadBalancer) =>
        loadBalancer.Listeners.Values.SelectMany(listener => listener.Actions).Any(action => action.Forward?.Authenticate is not null) ? [One(Https)] : [];

    private static PortRange One(int port) => new(port, port);
}
