using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLb;
using Mooring.Errors;

namespace Mooring.LoadBalancing;

/// <summary>Looks an Application Load Balancer up by its name. Nothing about it is changed.</summary>
public class LoadBalancerLookup : Construct, ILoadBalancer
{
    private readonly DataAwsLb _loadBalancer;

    /// <summary>Looks a load balancer up.</summary>
    /// <exception cref="ConstructException">The name is outside AWS's limits.</exception>
    public LoadBalancerLookup(Construct scope, string id, LoadBalancerLookupProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.LoadBalancerName), LoadBalancerLimits.Name(props.LoadBalancerName));

        _loadBalancer = new DataAwsLb(
            this,
            "Default",
            new DataAwsLbConfig
            {
                Name = props.LoadBalancerName,
                Provider = props.Provider,
                Lifecycle = props.RequireOneSecurityGroup ? OneSecurityGroupOf(props.LoadBalancerName) : null,
            }
        );
        LoadBalancerArn = _loadBalancer.Arn;
    }

    /// <inheritdoc/>
    public string LoadBalancerArn { get; }

    /// <inheritdoc/>
    public string LoadBalancerDnsName => _loadBalancer.DnsName;

    /// <inheritdoc/>
    public string LoadBalancerZoneId => _loadBalancer.ZoneId;

    /// <summary>
    /// Id of its security group. A load balancer with several has none that can be taken without asking: the first in some order may be one that
    /// other resources have too. Terraform then fails; see <see cref="LoadBalancerLookupProps.RequireOneSecurityGroup"/>.
    /// </summary>
    public string SecurityGroupId => field ??= Token.AsString(Fn.One(_loadBalancer.SecurityGroups));

    private static TerraformResourceLifecycle OneSecurityGroupOf(string loadBalancer) =>
        new()
        {
            Postcondition = new[]
            {
                new Postcondition
                {
                    Condition = "${length(self.security_groups) == 1}",
                    ErrorMessage =
                        $"Load balancer {loadBalancer} has the security groups ${{join(\", \", sort(self.security_groups))}}. "
                        + "Clusters allow traffic from one of them: name it in 'securityGroups' of the load balancer in the fleet file, then plan again.",
                },
            },
        };
}
