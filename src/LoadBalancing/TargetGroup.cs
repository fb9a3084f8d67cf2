using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LbTargetGroup;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>
/// Defines a target group without targets: registering them is the AWS Load Balancer Controller's work. When it has to
/// be replaced, the new one is created before the old one is destroyed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"/>
public class TargetGroup : Construct, ITargetGroup
{
    /// <summary>Defines a target group.</summary>
    /// <exception cref="ArgumentException">A property is outside AWS's limits.</exception>
    public TargetGroup(Construct scope, string id, TargetGroupProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.TargetGroupName), ElbLimits.TargetGroupName(props.TargetGroupName));
        Limit.Require(nameof(props.Port), NetworkLimits.Port(props.Port));
        Limit.Require(nameof(props.HealthCheck.Path), ElbLimits.HealthCheckPath(props.HealthCheck.Path));

        var targetGroup = new LbTargetGroup(this, "Default", new LbTargetGroupConfig
        {
            Name = props.TargetGroupName,
            VpcId = props.VpcId,
            TargetType = props.TargetType.Word(),
            Protocol = props.Protocol.Word(),
            Port = props.Port,
            HealthCheck = new LbTargetGroupHealthCheck
            {
                Path = props.HealthCheck.Path,
                Matcher = props.HealthCheck.Matcher,
                Protocol = props.Protocol.Word(),
            },
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
        });

        TargetGroupArn = targetGroup.Arn;
    }

    /// <inheritdoc/>
    public string TargetGroupArn { get; }
}
