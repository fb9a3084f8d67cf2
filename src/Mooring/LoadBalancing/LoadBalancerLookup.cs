using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLb;
using Mooring.Errors;

namespace Mooring.LoadBalancing;

/// <summary>Looks an Application Load Balancer up by its name. Nothing about it is changed.</summary>
public class LoadBalancerLookup : Construct, ILoadBalancer
{
    private readonly DataAwsLb _loadBalancer;
    private string? _securityGroupId;

    /// <summary>Looks a load balancer up.</summary>
    /// <exception cref="ConstructException">The name is outside AWS's limits.</exception>
    public LoadBalancerLookup(Construct scope, string id, LoadBalancerLookupProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.LoadBalancerName), LoadBalancerLimits.Name(props.LoadBalancerName));

        _loadBalancer = new DataAwsLb(this, "Default", new DataAwsLbConfig { Name = props.LoadBalancerName });
        LoadBalancerArn = _loadBalancer.Arn;
    }

    /// <inheritdoc/>
    public string LoadBalancerArn { get; }

    /// <inheritdoc/>
    public string LoadBalancerDnsName => _loadBalancer.DnsName;

    /// <inheritdoc/>
    public string LoadBalancerZoneId => _loadBalancer.ZoneId;

    /// <summary>Id of the first of its security groups, in the order of their ids.</summary>
    public string SecurityGroupId => _securityGroupId ??= (string)Fn.Element(Fn.Sort([.. _loadBalancer.SecurityGroups]), 0);
}
