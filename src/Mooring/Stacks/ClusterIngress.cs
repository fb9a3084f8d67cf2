using Constructs;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>
/// Defines the security-group rules that let load balancers reach a cluster's targets: the ports of their traffic, and those of health checks and of target
/// control agents where they are others.
/// </summary>
internal sealed class ClusterIngress(ClusterStack stack, FleetSpec fleet, string clusterName)
{
    private readonly ClusterSpec _spec = fleet.Clusters[clusterName];
    private readonly Dictionary<string, (Construct Scope, string GroupId)> _sources = new(StringComparer.Ordinal);

    // AWS refuses a second rule of the same groups and ports, as of two load balancers with one security group.
    private readonly HashSet<(string Source, PortRange Ports)> _defined = [];

    /// <summary>Defines the rules in the cluster's stack.</summary>
    public void Define(ICluster cluster)
    {
        // With <c>networking</c> the controller adds the rules itself.
        var bindings = fleet
            .LoadBalancers.Keys.SelectMany(name => _spec.Bindings.Where(binding => binding.LoadBalancer == name && binding.Networking is null))
            .ToArray();
        foreach (var binding in bindings)
        {
            var ports = TrafficOf(binding);
            Define(cluster, binding.LoadBalancer!, ports == PortRange.NodePorts ? "NodeIngress" : $"PodIngress-{ports.From}", ports);
        }

        foreach (var binding in bindings)
        {
            if (GroupOf(binding).HealthCheck.Port is { } port && !TrafficOf(binding).Contains(port))
            {
                Define(cluster, binding.LoadBalancer!, $"HealthCheckIngress-{port}", new PortRange(port, port));
            }
        }

        foreach (var binding in bindings)
        {
            if (GroupOf(binding).TargetControlPort is { } port && !TrafficOf(binding).Contains(port))
            {
                Define(cluster, binding.LoadBalancer!, $"TargetControlIngress-{port}", new PortRange(port, port));
            }
        }
    }

    private void Define(ICluster cluster, string loadBalancer, string id, PortRange ports)
    {
        var props = new NodeIngressProps
        {
            Cluster = cluster,
            FromPort = ports.From,
            ToPort = ports.To,
        };
        if (BindingLocation.IsLetInByCidr(fleet, clusterName, loadBalancer))
        {
            DefineByCidrs(fleet.LoadBalancers[loadBalancer].SubnetCidrs, id, props);
            return;
        }

        var source = SourceName(loadBalancer);
        if (!_defined.Add((source, ports)))
        {
            return;
        }

        var (scope, sourceId) = SourceOf(source, loadBalancer);
        foreach (var (group, ruleId) in RulesOf(id))
        {
            _ = new NodeIngress(
                scope,
                ruleId,
                props with
                {
                    LoadBalancerSecurityGroupId = sourceId,
                    NodeSecurityGroupId = group,
                    MovedFrom = FormerIdOf(source, loadBalancer, ruleId),
                }
            );
        }
    }

    /// <summary>Two load balancers in the same subnets need one rule.</summary>
    private void DefineByCidrs(IReadOnlyList<string> cidrs, string id, NodeIngressProps props)
    {
        foreach (var cidr in cidrs)
        {
            var source = $"Cidr-{cidr.Replace('/', '-')}";
            if (!_defined.Add((source, new PortRange(props.FromPort, props.ToPort))))
            {
                continue;
            }

            if (!_sources.TryGetValue(source, out var known))
            {
                _sources[source] = known = (new Construct(stack, source), cidr);
            }

            foreach (var (group, ruleId) in RulesOf(id))
            {
                _ = new NodeIngress(known.Scope, ruleId, props with { LoadBalancerCidr = cidr, NodeSecurityGroupId = group });
            }
        }
    }

    /// <summary>The security groups of the nodes, <see langword="null"/> for the cluster's, each with the id of its rule.</summary>
    private IEnumerable<(string? Group, string RuleId)> RulesOf(string id)
    {
        string?[] nodeGroups = [.. _spec.HasNodesInClusterGroup ? [null] : Array.Empty<string?>(), .. _spec.NodeSecurityGroups];
        return nodeGroups.Select(group => (group, group is null ? id : $"{id}-{group}"));
    }

    /// <summary>The ports on which a load balancer reaches a binding's targets: a port of pods, or the node ports.</summary>
    private PortRange TrafficOf(BindingSpec binding) =>
        GroupOf(binding).TargetType == TargetType.Ip && binding.Service.TargetPort is { } port ? new PortRange(port, port) : PortRange.NodePorts;

    private TargetGroupSpec GroupOf(BindingSpec binding) => BindingTargetGroup.Of(fleet, binding);

    /// <summary>
    /// What the rules of a load balancer are named after: its security group where the file names it. Another load balancer can have the same group,
    /// and the rules must stay when one of the two goes.
    /// </summary>
    private string SourceName(string loadBalancer) =>
        fleet.LoadBalancers[loadBalancer].SecurityGroups is [var group, ..] ? $"SecurityGroup-{group}" : ByLoadBalancer(loadBalancer);

    private static string ByLoadBalancer(string loadBalancer) => $"LoadBalancer-{loadBalancer}";

    /// <summary>Earlier versions named the rules of a shared group after the first of its load balancers in the file.</summary>
    private string? FormerIdOf(string source, string loadBalancer, string ruleId) =>
        source == ByLoadBalancer(loadBalancer) ? null : FormerAddress.Of(stack, ByLoadBalancer(loadBalancer), ruleId, "Default");

    private (Construct Scope, string GroupId) SourceOf(string name, string loadBalancer)
    {
        if (!_sources.TryGetValue(name, out var source))
        {
            var scope = new Construct(stack, name);
            _sources[name] = source = (scope, Reference(FleetLookups.SecurityGroupOf(stack, scope, fleet, loadBalancer), loadBalancer));
        }

        return source;
    }

    /// <summary>How a rule names a security group: one of another account with the account.</summary>
    private string Reference(string group, string loadBalancer)
    {
        var location = FleetLocation.OfLoadBalancer(fleet, loadBalancer);
        return location.IsInAccountOf(FleetLocation.OfCluster(fleet, clusterName)) ? group : $"{location.Account}/{group}";
    }

    /// <summary>Ports from the first to the last.</summary>
    private readonly record struct PortRange(int From, int To)
    {
        /// <summary>The ports of Kubernetes' Services on nodes.</summary>
        public static PortRange NodePorts { get; } = new(NodeIngressProps.FirstNodePort, NodeIngressProps.LastNodePort);

        /// <summary>Whether a port is one of them.</summary>
        public bool Contains(int port) => port >= From && port <= To;
    }
}
