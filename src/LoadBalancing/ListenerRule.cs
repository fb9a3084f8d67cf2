using Constructs;
using HashiCorp.Cdktf.Providers.Aws.LbListenerRule;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Defines a rule of a listener: which requests, and what is done with them.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"/>
public class ListenerRule : Construct
{
    /// <summary>Defines a rule.</summary>
    /// <exception cref="ArgumentException">A property is outside AWS's limits, or there is no condition.</exception>
    public ListenerRule(Construct scope, string id, ListenerRuleProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.Priority), ElbLimits.Priority(props.Priority));
        Limit.Require(nameof(props.Hosts), ElbLimits.RuleConditions(props.Hosts, props.Paths));
        ActionLimits.Require(props.Action);

        var rule = new LbListenerRule(this, "Default", new LbListenerRuleConfig
        {
            ListenerArn = props.ListenerArn,
            Priority = props.Priority,
            Condition = Conditions(props).ToArray(),
            Action = new[] { ToTerraform(props.Action) },
        });

        ListenerRuleArn = rule.Arn;
    }

    /// <summary>ARN of the rule.</summary>
    public string ListenerRuleArn { get; }

    private static IEnumerable<LbListenerRuleCondition> Conditions(ListenerRuleProps props)
    {
        if (props.Hosts.Count > 0)
        {
            yield return new() { HostHeader = new LbListenerRuleConditionHostHeader { Values = [.. props.Hosts] } };
        }

        if (props.Paths.Count > 0)
        {
            yield return new() { PathPattern = new LbListenerRuleConditionPathPattern { Values = [.. props.Paths] } };
        }
    }

    // Listeners have the same actions, under types of their own in the AWS provider's package.
    private static LbListenerRuleAction ToTerraform(ListenerAction action) => action switch
    {
        ForwardAction forward => new()
        {
            Type = forward.TerraformType,
            Forward = new LbListenerRuleActionForward
            {
                TargetGroup = forward.TargetGroups
                    .Select(target => new LbListenerRuleActionForwardTargetGroup { Arn = target.TargetGroup.TargetGroupArn, Weight = target.Weight })
                    .ToArray(),
            },
        },
        RedirectAction redirect => new()
        {
            Type = redirect.TerraformType,
            Redirect = new LbListenerRuleActionRedirect
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
            FixedResponse = new LbListenerRuleActionFixedResponse
            {
                StatusCode = response.TerraformStatusCode,
                ContentType = response.ContentType,
                MessageBody = response.Body,
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "is no action of a rule"),
    };
}
