using Constructs;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks;

/// <summary>Defines the target groups of a load balancer: one for each binding to it, and those that it declares.</summary>
internal sealed class LoadBalancerTargetGroups
{
    private readonly FleetSpec _fleet;
    private readonly string _loadBalancer;
    private readonly Dictionary<(string Cluster, string Binding), TargetGroup> _ofBindings = [];
    private readonly Dictionary<string, TargetGroup> _declared = new(StringComparer.Ordinal);

    /// <summary>Defines the target groups in the load balancer's stack.</summary>
    public LoadBalancerTargetGroups(LoadBalancerStack stack, FleetSpec fleet, string loadBalancer)
    {
        (_fleet, _loadBalancer) = (fleet, loadBalancer);
        foreach (var (clusterName, cluster) in fleet.Clusters)
        {
            DefineOfBindings(stack, clusterName, cluster);
        }

        foreach (var (name, group) in fleet.LoadBalancers[loadBalancer].TargetGroups)
        {
            _declared[name] = new TargetGroup(
                stack,
                $"SharedTargetGroup-{name}",
                Props(group, FleetNames.TargetGroup(fleet, loadBalancer, name)) with
                {
                    Tags = TagsOfDeclared(name),
                }
            );
        }
    }

    /// <summary>ARNs of the bindings' target groups, by cluster and binding.</summary>
    public Dictionary<string, object> ArnsOfBindings =>
        _ofBindings.ToDictionary(pair => $"{pair.Key.Cluster}/{pair.Key.Binding}", object (pair) => pair.Value.TargetGroupArn);

    /// <summary>ARNs of the target groups that a cluster's controller registers targets in, its own and those that are declared.</summary>
    public IReadOnlyList<string> ArnsOf(string cluster) =>
        [
            .. _fleet
                .Clusters[cluster]
                .ControllerBindings.Where(binding => binding.LoadBalancer == _loadBalancer)
                .Select(binding =>
                    binding.TargetGroupRef is { } declared ? ArnOfDeclared(declared) : _ofBindings[(cluster, binding.EffectiveName)].TargetGroupArn
                )
                .Distinct(),
        ];

    /// <summary>ARN of a target group that the load balancer declares.</summary>
    public string ArnOfDeclared(string name) => _declared[name].TargetGroupArn;

    /// <summary>ARNs of the target groups that the load balancer declares, by their names.</summary>
    public Dictionary<string, object> ArnsOfDeclared => _declared.ToDictionary(pair => pair.Key, object (pair) => pair.Value.TargetGroupArn);

    /// <summary>The target group of a forward.</summary>
    public TargetGroup Of(ForwardTargetGroupSpec target) =>
        target switch
        {
            { TargetGroup: { } name } => _declared[name],
            { Cluster: { } cluster } => _ofBindings[
                (cluster, ForwardBinding.Candidates(_fleet.Clusters[cluster], _loadBalancer, target).Single().EffectiveName)
            ],
            _ => throw new ArgumentException("must have one of 'cluster' and 'targetGroup'", nameof(target)),
        };

    private void DefineOfBindings(LoadBalancerStack stack, string clusterName, ClusterSpec cluster)
    {
        var bindings = cluster.Bindings.Where(binding => binding.LoadBalancer == _loadBalancer && binding.TargetGroupRef is null).ToArray();
        // One scope for each cluster: only '/' separates a cluster's name from a binding's without ambiguity.
        var scope = bindings.Length > 0 ? new Construct(stack, $"TargetGroup-{clusterName}") : null;
        foreach (var binding in bindings)
        {
            _ofBindings[(clusterName, binding.EffectiveName)] = new TargetGroup(
                scope!,
                binding.EffectiveName,
                Props(binding.TargetGroup, FleetNames.TargetGroup(_fleet, clusterName, binding)) with
                {
                    Tags = TagsOf(clusterName, binding),
                }
            );
        }
    }

    /// <summary>The load balancer's tags, and those that say what the target group is for.</summary>
    private Dictionary<string, string> TagsOf(string cluster, BindingSpec binding)
    {
        var tags = _fleet.LoadBalancers[_loadBalancer].Tags.ToDictionary();
        foreach (var tag in _fleet.TargetGroupTags)
        {
            tags[tag.Word()] = tag switch
            {
                TargetGroupTag.Cluster => cluster,
                TargetGroupTag.Binding => binding.EffectiveName,
                _ => $"{binding.Service.Namespace}/{binding.Service.Name}",
            };
        }

        if (_fleet.Clusters[cluster].HasAutoModeController)
        {
            tags[AutoModeController.ClusterTag] = cluster;
        }

        return tags;
    }

    /// <summary>The load balancer's tags, and that of the one cluster, if any, whose EKS Auto Mode registers targets in the target group.</summary>
    private Dictionary<string, string> TagsOfDeclared(string name)
    {
        var tags = _fleet.LoadBalancers[_loadBalancer].Tags.ToDictionary();
        var cluster = _fleet.Clusters.FirstOrDefault(pair =>
            pair.Value.HasAutoModeController && pair.Value.Bindings.Any(binding => binding.LoadBalancer == _loadBalancer && binding.TargetGroupRef == name)
        );
        if (cluster.Key is { } bound)
        {
            tags[AutoModeController.ClusterTag] = bound;
        }

        return tags;
    }

    private TargetGroupProps Props(TargetGroupSpec spec, string name) =>
        new()
        {
            TargetGroupName = name,
            AdoptArn = spec.Adopt,
            VpcId = FleetLocation.OfLoadBalancer(_fleet, _loadBalancer).Vpc,
            TargetType = spec.TargetType,
            IpAddressType = spec.IpAddressType,
            Protocol = spec.Protocol,
            ProtocolVersion = spec.ProtocolVersion,
            Port = spec.Port,
            HealthCheck = ToHealthCheck(spec.HealthCheck),
            DeregistrationDelay = FleetStack.ToSeconds(spec.DeregistrationDelay),
            SlowStart = FleetStack.ToSeconds(spec.SlowStart),
            Stickiness = spec.Stickiness is { } stickiness
                ? new TargetStickiness { Duration = TimeSpan.FromSeconds(stickiness.Duration), CookieName = stickiness.CookieName }
                : null,
            Algorithm = spec.Algorithm,
            AnomalyMitigation = spec.AnomalyMitigation,
            CrossZone = spec.CrossZone,
            Health = ToHealth(spec.TargetGroupHealth),
            TargetControlPort = spec.TargetControlPort,
            Tags = _fleet.LoadBalancers[_loadBalancer].Tags,
        };

    private static TargetGroupHealth? ToHealth(TargetGroupHealthSpec? spec) =>
        spec is null
            ? null
            : new()
            {
                DnsMinimumHealthyTargetCount = spec.DnsMinimumHealthyCount,
                DnsMinimumHealthyTargetPercentage = spec.DnsMinimumHealthyPercentage,
                RoutingMinimumHealthyTargetCount = spec.RoutingMinimumHealthyCount,
                RoutingMinimumHealthyTargetPercentage = spec.RoutingMinimumHealthyPercentage,
            };

    private static HealthCheck ToHealthCheck(HealthCheckSpec spec) =>
        new()
        {
            Path = spec.Path,
            Matcher = spec.Matcher,
            Protocol = spec.Protocol,
            Port = spec.Port,
            Interval = FleetStack.ToSeconds(spec.Interval),
            Timeout = FleetStack.ToSeconds(spec.Timeout),
            HealthyThreshold = spec.HealthyThreshold,
            UnhealthyThreshold = spec.UnhealthyThreshold,
        };
}
