using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.SecurityGroup;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupEgressRule;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupIngressRule;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>
/// The security group that a load balancer has when it is given none: clients may come in, and it may go anywhere, or to the ports of its targets.
/// </summary>
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

        DefineEgress(loadBalancer, "Egress", props.EgressPorts, new(3, 4), () => new() { SecurityGroupId = groupId, CidrIpv4 = "0.0.0.0/0" });
        if (props.IpAddressType != LoadBalancerIpAddressType.Ipv4)
        {
            DefineEgress(loadBalancer, "EgressIpv6", props.EgressPorts, new(2, 0), () => new() { SecurityGroupId = groupId, CidrIpv6 = "::/0" });
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

    /// <summary>Defines a rule that goes anywhere, or one a range of ports and one for Path MTU Discovery.</summary>
    /// <remarks>
    /// The rule that goes anywhere changes in place to that for Path MTU Discovery, which no range of ports equals: after the others were created,
    /// and in the other direction before they are destroyed. So no port is closed in between, and no rule is there twice, which AWS refuses.
    /// </remarks>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"/>
    private static void DefineEgress(
        Construct scope,
        string id,
        IReadOnlyList<PortRange>? ports,
        (int Type, int Code) tooBig,
        Func<VpcSecurityGroupEgressRuleConfig> to
    )
    {
        var rules = (ports ?? []).Select(ITerraformDependable (range) => OfPorts(range)).ToArray();
        var config = to();
        (config.Description, config.IpProtocol) = ("To targets", AnyProtocol);
        if (ports is not null)
        {
            (config.Description, config.IpProtocol) = ("Path MTU Discovery", config.CidrIpv6 is null ? "icmp" : "icmpv6");
            (config.FromPort, config.ToPort) = (tooBig.Type, tooBig.Code);
            config.DependsOn = rules.Length == 0 ? null : rules;
        }

        _ = new VpcSecurityGroupEgressRule(scope, id, config);

        VpcSecurityGroupEgressRule OfPorts(PortRange range)
        {
            var config = to();
            (config.Description, config.IpProtocol, config.FromPort, config.ToPort) = ("To targets", "tcp", range.From, range.To);
            config.Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true };
            return new VpcSecurityGroupEgressRule(scope, $"{id}-{range.From}", config);
        }
    }
}
