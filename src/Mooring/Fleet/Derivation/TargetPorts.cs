using Mooring.Clusters;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives the ports that a load balancer connects to.</summary>
internal static class TargetPorts
{
    private const int Https = 443;

    private static readonly PortRange s_nodePorts = new(NodeIngressProps.FirstNodePort, NodeIngressProps.LastNodePort);

    /// <summary>The ports that a load balancer's own security group lets it connect to; <see langword="null"/> for all.</summary>
    public static IReadOnlyList<PortRange>? EgressOf(FleetSpec fleet, string loadBalancer) => AreConfined(fleet, loadBalancer) ? Of(fleet, loadBalancer) : null;

    /// <summary>Whether a load balancer's own security group lets it connect to the ports of its targets only.</summary>
    public static bool AreConfined(FleetSpec fleet, string loadBalancer) =>
        fleet.LoadBalancers[loadBalancer] switch
        {
            { Existing: not null } or { SecurityGroups.Count: > 0 } => false,
            { Egress: { } egress } => egress == LoadBalancerEgress.Targets,
            // Others may register targets in what is shared, on ports that are not in this file.
            var spec => spec.TargetGroups.Count == 0 && BindingsOf(fleet, loadBalancer).All(binding => IsKnown(binding) && !binding.TargetGroup.Shared),
        };

    /// <summary>The ports of its targets, those of their health checks, and of identity providers; none is in the node ports beside them.</summary>
    public static IReadOnlyList<PortRange> Of(FleetSpec fleet, string loadBalancer)
    {
        var ranges = BindingsOf(fleet, loadBalancer).SelectMany(OfBinding).Concat(OfIdentityProviders(fleet.LoadBalancers[loadBalancer])).Distinct().ToArray();
        return [.. ranges.Where(range => range == s_nodePorts || !ranges.Contains(s_nodePorts) || !s_nodePorts.Contains(range)).OrderBy(range => range.From)];
    }

    /// <summary>Whether the file has the port on which a binding's targets listen.</summary>
    public static bool IsKnown(BindingSpec binding) => binding.TargetGroup.TargetType == TargetType.Instance || binding.Service.TargetPort is not null;

    private static IEnumerable<BindingSpec> BindingsOf(FleetSpec fleet, string loadBalancer) =>
        fleet.Clusters.Values.SelectMany(cluster => cluster.Bindings).Where(binding => binding.LoadBalancer == loadBalancer);

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

        if (group.TargetControlPort is { } control)
        {
            yield return One(control);
        }
    }

    private static IEnumerable<PortRange> OfIdentityProviders(LoadBalancerSpec loadBalancer) =>
        loadBalancer
            .Listeners.Values.SelectMany(listener => listener.Actions)
            .Any(action => action.Forward is { Authenticate: not null } or { JwtValidation: not null })
            ? [One(Https)]
            : [];

    private static PortRange One(int port) => new(port, port);
}
