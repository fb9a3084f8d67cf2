using Constructs;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>
/// Defines a load balancer: the ALB and its security group, its listeners and rules, and the target group of every
/// binding to it.
/// </summary>
public class LoadBalancerStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly Dictionary<(string Cluster, BindingSpec Binding), TargetGroup> _targetGroups;

    /// <summary>Defines the stack of a load balancer.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the load balancer in the fleet.</param>
    public LoadBalancerStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackNames.LoadBalancer(name), fleet)
    {
        (_fleet, _name) = (fleet, name);
        var spec = fleet.LoadBalancers[name];
        var loadBalancer = new ApplicationLoadBalancer(this, "LoadBalancer", new ApplicationLoadBalancerProps
        {
            LoadBalancerName = FleetNames.LoadBalancer(fleet, name),
            Scheme = spec.Scheme,
            VpcId = fleet.Vpc,
            SubnetIds = spec.Subnets,
            IngressCidrs = spec.IngressCidrs,
            IngressPorts = [.. spec.Listeners.Values.Select(listener => listener.Port)],
        });

        _targetGroups = DefineTargetGroups();
        foreach (var (listenerName, listener) in spec.Listeners)
        {
            DefineListener(loadBalancer, listenerName, listener);
        }

        Output("load_balancer_arn", "ARN of the load balancer", loadBalancer.LoadBalancerArn);
        Output("load_balancer_dns_name", "DNS name that records point at", loadBalancer.LoadBalancerDnsName);
        Output("load_balancer_zone_id", "Id of the hosted zone for Route 53 alias records", loadBalancer.LoadBalancerZoneId);
        Output(
            "target_group_arns",
            "ARN of each binding's target group, by cluster and binding",
            _targetGroups.ToDictionary(pair => $"{pair.Key.Cluster}/{pair.Key.Binding.EffectiveName}", object (pair) => pair.Value.TargetGroupArn));
    }

    private Dictionary<(string Cluster, BindingSpec Binding), TargetGroup> DefineTargetGroups()
    {
        var targetGroups = new Dictionary<(string, BindingSpec), TargetGroup>();
        foreach (var (clusterName, cluster) in _fleet.Clusters)
        {
            var bindings = cluster.Bindings.Where(binding => binding.LoadBalancer == _name).ToArray();
            // A scope a cluster: only '/' parts a cluster's name from a binding's beyond doubt.
            var scope = bindings.Length > 0 ? new Construct(this, $"TargetGroup-{clusterName}") : null;
            foreach (var binding in bindings)
            {
                targetGroups[(clusterName, binding)] = new TargetGroup(scope!, binding.EffectiveName, new TargetGroupProps
                {
                    TargetGroupName = FleetNames.TargetGroup(_fleet, clusterName, binding),
                    VpcId = _fleet.Vpc,
                    TargetType = binding.TargetGroup.TargetType,
                    Protocol = binding.TargetGroup.Protocol,
                    Port = binding.TargetGroup.Port,
                    HealthCheck = new HealthCheck
                    {
                        Path = binding.TargetGroup.HealthCheck.Path,
                        Matcher = binding.TargetGroup.HealthCheck.Matcher,
                    },
                });
            }
        }

        return targetGroups;
    }

    private void DefineListener(ApplicationLoadBalancer loadBalancer, string name, ListenerSpec spec)
    {
        var listener = new Listener(this, $"Listener-{name}", new ListenerProps
        {
            LoadBalancerArn = loadBalancer.LoadBalancerArn,
            Port = spec.Port,
            Protocol = spec.Protocol,
            CertificateArn = spec.Certificate,
            DefaultAction = ToAction(spec.DefaultAction),
        });

        foreach (var (rule, priority) in RulePriority.Of(spec.Rules))
        {
            _ = new ListenerRule(listener, $"Rule-{rule.Name}", new ListenerRuleProps
            {
                ListenerArn = listener.ListenerArn,
                Priority = priority,
                Hosts = rule.Hosts,
                Paths = rule.Paths,
                Action = ToAction(rule),
            });
        }
    }

    private ListenerAction ToAction(IActionSpec spec) => spec switch
    {
        { Forward: { } forward } => new ForwardAction
        {
            TargetGroups = [.. forward.TargetGroups.Select(target => new WeightedTargetGroup { TargetGroup = TargetGroupOf(target), Weight = target.Weight })],
        },
        { Redirect: { } redirect } => new RedirectAction
        {
            Protocol = redirect.Protocol,
            Port = redirect.Port,
            Host = redirect.Host,
            Path = redirect.Path,
            StatusCode = redirect.StatusCode,
        },
        { FixedResponse: { } response } => new FixedResponseAction
        {
            StatusCode = response.StatusCode,
            ContentType = response.ContentType,
            Body = response.Body,
        },
        _ => throw new ArgumentException("must have one of 'forward', 'redirect' and 'fixedResponse'", nameof(spec)),
    };

    private TargetGroup TargetGroupOf(ForwardTargetGroupSpec target)
        => _targetGroups[(target.Cluster, ForwardBinding.Candidates(_fleet.Clusters[target.Cluster], _name, target).Single())];
}
