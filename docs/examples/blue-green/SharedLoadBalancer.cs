using Constructs;
using HashiCorp.Cdktf;
using Mooring.LoadBalancing;

namespace BlueGreen;

/// <summary>The load balancer, a target group for each cluster, and the rule that shares the shop out among them.</summary>
internal sealed class SharedLoadBalancer : TerraformStack
{
    public SharedLoadBalancer(Construct scope, string id, IReadOnlyList<Workload> workloads)
        : base(scope, id)
    {
        Network.DefineProvider(this);
        var loadBalancer = new ApplicationLoadBalancer(
            this,
            "LoadBalancer",
            new ApplicationLoadBalancerProps
            {
                LoadBalancerName = Workload.LoadBalancer,
                Scheme = Scheme.InternetFacing,
                VpcId = Network.VpcId,
                SubnetIds = Network.PublicSubnets,
                IngressCidrs = ["0.0.0.0/0"],
                IngressPorts = [443],
            }
        );

        var listener = new Listener(
            this,
            "Https",
            new ListenerProps
            {
                LoadBalancer = loadBalancer,
                Port = 443,
                Protocol = ListenerProtocol.Https,
                CertificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
                DefaultAction = new FixedResponseAction { StatusCode = 404 },
            }
        );

        _ = new ListenerRule(
            listener,
            "Shop",
            new ListenerRuleProps
            {
                Listener = listener,
                Priority = 10,
                Conditions = new RuleConditions { Hosts = ["shop.example.com"] },
                Action = new ForwardAction
                {
                    TargetGroups =
                    [
                        .. workloads.Select(workload => new WeightedTargetGroup { TargetGroup = DefineTargetGroup(workload), Weight = workload.Weight }),
                    ],
                },
            }
        );
    }

    private TargetGroup DefineTargetGroup(Workload workload) =>
        new(
            this,
            $"TargetGroup-{workload.Name}",
            new TargetGroupProps
            {
                TargetGroupName = workload.TargetGroup,
                VpcId = Network.VpcId,
                HealthCheck = new HealthCheck { Path = "/healthz" },
            }
        );
}
