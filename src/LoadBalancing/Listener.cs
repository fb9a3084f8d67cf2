using Constructs;
using HashiCorp.Cdktf.Providers.Aws.LbListener;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Defines a listener of an Application Load Balancer.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html"/>
public class Listener : Construct
{
    /// <summary>The TLS policy that AWS recommends: TLS 1.3, and 1.2 for older clients.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"/>
    private const string RecommendedTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>Defines a listener.</summary>
    /// <exception cref="ArgumentException">A property is outside AWS's limits, or the certificate does not fit the protocol.</exception>
    public Listener(Construct scope, string id, ListenerProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.Port), NetworkLimits.Port(props.Port));
        Limit.Require(nameof(props.CertificateArn), ElbLimits.Certificate(props.Protocol, props.CertificateArn));
        ActionLimits.Require(props.DefaultAction);

        var listener = new LbListener(this, "Default", new LbListenerConfig
        {
            LoadBalancerArn = props.LoadBalancerArn,
            Port = props.Port,
            Protocol = props.Protocol.Word(),
            CertificateArn = props.CertificateArn,
            SslPolicy = props.Protocol == ListenerProtocol.Https ? RecommendedTlsPolicy : null,
            DefaultAction = new[] { ToTerraform(props.DefaultAction) },
        });

        ListenerArn = listener.Arn;
    }

    /// <summary>ARN of the listener.</summary>
    public string ListenerArn { get; }

    private static LbListenerDefaultAction ToTerraform(ListenerAction action) => action switch
    {
        ForwardAction forward => new()
        {
            Type = forward.TerraformType,
            Forward = new LbListenerDefaultActionForward
            {
                TargetGroup = forward.TargetGroups
                    .Select(target => new LbListenerDefaultActionForwardTargetGroup { Arn = target.TargetGroup.TargetGroupArn, Weight = target.Weight })
                    .ToArray(),
            },
        },
        RedirectAction redirect => new()
        {
            Type = redirect.TerraformType,
            Redirect = new LbListenerDefaultActionRedirect
            {
                StatusCode = redirect.TerraformStatusCode,
                Protocol = redirect.Protocol?.Word(),
                Port = redirect.TerraformPort,
                Host = redirect.Host,
                Path = redirect.Path,
            },
        },
        FixedResponseAction response => new()
        {
            Type = response.TerraformType,
            FixedResponse = new LbListenerDefaultActionFixedResponse
            {
                StatusCode = response.TerraformStatusCode,
                ContentType = response.ContentType,
                MessageBody = response.Body,
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "is no action of a listener"),
    };
}
