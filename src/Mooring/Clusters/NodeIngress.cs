using Constructs;
using HashiCorp.Cdktf.Providers.Aws.VpcSecurityGroupIngressRule;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines the security-group rule that allows a load balancer's traffic to a cluster's nodes, or to its pods, which are in the same security
/// group. Without it all targets are unhealthy: the controller adds no rule for a binding without <c>networking</c>.
/// </summary>
/// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"/>
public class NodeIngress : Construct
{
    /// <summary>Defines a rule.</summary>
    /// <exception cref="ConstructException">A port is outside its limits, the last one is before the first, or there is not one source.</exception>
    public NodeIngress(Construct scope, string id, NodeIngressProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.NodeSecurityGroupId), props.NodeSecurityGroupId is { } group ? AwsLimits.SecurityGroupId(group) : null);
        Property.Require(this, nameof(props.FromPort), NetworkLimits.Port(props.FromPort));
        Property.Require(this, nameof(props.ToPort), NetworkLimits.Port(props.ToPort) ?? Limit.Between(props.ToPort, props.FromPort, 65535));

        Property.Require(this, nameof(props.LoadBalancerCidr), props.LoadBalancerCidr is { } cidr ? NetworkLimits.Cidr(cidr) : null);
        var hasBoth = props is { LoadBalancerCidr: not null, LoadBalancerSecurityGroupId: not null };
        Property.Require(
            this,
            nameof(props.LoadBalancerSecurityGroupId),
            hasBoth || props is { LoadBalancerCidr: null, LoadBalancerSecurityGroupId: null }
                ? $"must be given, or '{nameof(props.LoadBalancerCidr)}' must, got {(hasBoth ? "both" : "none")}"
                : null
        );

        var isIpv6 = props.LoadBalancerCidr?.Contains(':', StringComparison.Ordinal) == true;
        var rule = new VpcSecurityGroupIngressRule(
            this,
            "Default",
            new VpcSecurityGroupIngressRuleConfig
            {
                SecurityGroupId = props.NodeSecurityGroupId ?? props.Cluster.ClusterSecurityGroupId,
                ReferencedSecurityGroupId = props.LoadBalancerSecurityGroupId,
                CidrIpv4 = isIpv6 ? null : props.LoadBalancerCidr,
                CidrIpv6 = isIpv6 ? props.LoadBalancerCidr : null,
                Description = "From the load balancer",
                IpProtocol = "tcp",
                FromPort = props.FromPort,
                ToPort = props.ToPort,
            }
        );
        if (props.MovedFrom is { } former)
        {
            rule.MoveFromId($"{VpcSecurityGroupIngressRule.TfResourceType}.{former}");
        }

        SecurityGroupRuleId = rule.SecurityGroupRuleId;
    }

    /// <summary>Id of the rule.</summary>
    public string SecurityGroupRuleId { get; }
}
