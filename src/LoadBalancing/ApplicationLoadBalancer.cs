using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Aws.SecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupEgressRule;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupIngressRule;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>
/// Defines an Application Load Balancer with a security group of its own. It is a pet: AWS's deletion protection and
/// Terraform's <c>prevent_destroy</c> are both on.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"/>
public class ApplicationLoadBalancer : Construct
{
    private const string AnyProtocol = "-1";

    /// <summary>Defines a load balancer.</summary>
    /// <exception cref="ArgumentException">A property is outside AWS's limits.</exception>
    public ApplicationLoadBalancer(Construct scope, string id, ApplicationLoadBalancerProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.LoadBalancerName), ElbLimits.LoadBalancerName(props.LoadBalancerName));
        Limit.Require(nameof(props.SubnetIds), ElbLimits.LoadBalancerSubnets(props.SubnetIds));

        SecurityGroupId = DefineSecurityGroup(props);
        var loadBalancer = new Lb(this, "Default", new LbConfig
        {
            Name = props.LoadBalancerName,
            LoadBalancerType = "application",
            Internal = props.Scheme == Scheme.Internal,
            Subnets = [.. props.SubnetIds],
            SecurityGroups = [SecurityGroupId],
            EnableDeletionProtection = true,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = true },
        });

        LoadBalancerArn = loadBalancer.Arn;
        LoadBalancerDnsName = loadBalancer.DnsName;
        LoadBalancerZoneId = loadBalancer.ZoneId;
    }

    /// <summary>ARN of the load balancer.</summary>
    public string LoadBalancerArn { get; }

    /// <summary>DNS name that records point at.</summary>
    public string LoadBalancerDnsName { get; }

    /// <summary>Id of the Route 53 hosted zone for alias records.</summary>
    public string LoadBalancerZoneId { get; }

    /// <summary>Id of the load balancer's security group.</summary>
    public string SecurityGroupId { get; }

    private string DefineSecurityGroup(ApplicationLoadBalancerProps props)
    {
        var groupId = new SecurityGroup(this, "SecurityGroup", new SecurityGroupConfig
        {
            Name = props.LoadBalancerName,
            Description = $"Application Load Balancer {props.LoadBalancerName}",
            VpcId = props.VpcId,
        }).Id;

        foreach (var port in props.IngressPorts.Distinct())
        {
            Limit.Require(nameof(props.IngressPorts), NetworkLimits.Port(port));
            foreach (var cidr in props.IngressCidrs.Distinct())
            {
                Limit.Require(nameof(props.IngressCidrs), NetworkLimits.Cidr(cidr));
                DefineIngress(groupId, port, cidr);
            }
        }

        _ = new VpcSecurityGroupEgressRule(this, "Egress", new VpcSecurityGroupEgressRuleConfig
        {
            SecurityGroupId = groupId,
            Description = "To targets",
            IpProtocol = AnyProtocol,
            CidrIpv4 = "0.0.0.0/0",
        });

        return groupId;
    }

    private void DefineIngress(string groupId, int port, string cidr)
    {
        var isIpv6 = cidr.Contains(':', StringComparison.Ordinal);
        _ = new VpcSecurityGroupIngressRule(this, $"Ingress-{port}-{cidr}", new VpcSecurityGroupIngressRuleConfig
        {
            SecurityGroupId = groupId,
            Description = "From clients",
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            CidrIpv4 = isIpv6 ? null : cidr,
            CidrIpv6 = isIpv6 ? cidr : null,
        });
    }
}
