using Constructs;
using HashiCorp.Cdktf.Providers.Aws.SecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupEgressRule;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupIngressRule;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>The security group that a load balancer has when it is given none: clients may come in, and it may go anywhere.</summary>
internal static class LoadBalancerSecurityGroup
{
    private const string AnyProtocol = "-1";

    /// <summary>Defines the security group in the load balancer's scope, whose name it bears.</summary>
    /// <returns>Id of the security group.</returns>
    public static string Define(Construct loadBalancer, ApplicationLoadBalancerProps props)
    {
        var groupId = new SecurityGroup(
            loadBalancer,
            "SecurityGroup",
            new SecurityGroupConfig
            {
                Name = props.LoadBalancerName,
                Description = $"Application Load Balancer {props.LoadBalancerName}",
                VpcId = props.VpcId,
                Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            }
        ).Id;

        foreach (var port in props.IngressPorts.Distinct())
        {
            Property.Require(loadBalancer, nameof(props.IngressPorts), NetworkLimits.Port(port));
            DefineIngress(loadBalancer, groupId, port, props);
        }

        DefineEgress(loadBalancer, "Egress", new VpcSecurityGroupEgressRuleConfig { SecurityGroupId = groupId, CidrIpv4 = "0.0.0.0/0" });
        if (props.IpAddressType != LoadBalancerIpAddressType.Ipv4)
        {
            DefineEgress(loadBalancer, "EgressIpv6", new VpcSecurityGroupEgressRuleConfig { SecurityGroupId = groupId, CidrIpv6 = "::/0" });
        }

        return groupId;
    }

    private static void DefineIngress(Construct scope, string groupId, int port, ApplicationLoadBalancerProps props)
    {
        foreach (var cidr in props.IngressCidrs.Distinct())
        {
            Property.Require(scope, nameof(props.IngressCidrs), NetworkLimits.Cidr(cidr));
            var isIpv6 = cidr.Contains(':', StringComparison.Ordinal);
            DefineIngress(
                scope,
                $"Ingress-{port}-{cidr}",
                port,
                new VpcSecurityGroupIngressRuleConfig
                {
                    SecurityGroupId = groupId,
                    CidrIpv4 = isIpv6 ? null : cidr,
                    CidrIpv6 = isIpv6 ? cidr : null,
                }
            );
        }

        foreach (var prefixList in props.IngressPrefixListIds.Distinct())
        {
            Property.Require(scope, nameof(props.IngressPrefixListIds), AwsLimits.PrefixListId(prefixList));
            DefineIngress(
                scope,
                $"Ingress-{port}-{prefixList}",
                port,
                new VpcSecurityGroupIngressRuleConfig { SecurityGroupId = groupId, PrefixListId = prefixList }
            );
        }
    }

    private static void DefineIngress(Construct scope, string id, int port, VpcSecurityGroupIngressRuleConfig config)
    {
        config.Description = "From clients";
        config.IpProtocol = "tcp";
        config.FromPort = port;
        config.ToPort = port;
        _ = new VpcSecurityGroupIngressRule(scope, id, config);
    }

    private static void DefineEgress(Construct scope, string id, VpcSecurityGroupEgressRuleConfig config)
    {
        config.Description = "To targets";
        config.IpProtocol = AnyProtocol;
        _ = new VpcSecurityGroupEgressRule(scope, id, config);
    }
}
