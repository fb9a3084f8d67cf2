using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LbListenerRule;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Defines a rule of a listener: which requests, and what is done with them.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"/>
public class ListenerRule : Construct
{
    // What a rule may have set and this construct cannot express: nobody else's setting is reset, also where the rule was adopted once.
    private static readonly string[] s_leftAsTheyAre = ["tags", "transform"];

    /// <summary>Defines a rule.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits, or there is no condition.</exception>
    public ListenerRule(Construct scope, string id, ListenerRuleProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Priority), RuleLimits.Priority(props.Priority));
        Property.Require(this, nameof(props.AdoptArn), props.AdoptArn is { } adopted ? AwsLimits.ListenerRuleArn(adopted) : null);
        Require(props.Conditions);
        ListenerActionChecks.Require(this, props.Action);

        var rule = new LbListenerRule(
            this,
            "Default",
            new LbListenerRuleConfig
            {
                ListenerArn = props.Listener.ListenerArn,
                Priority = props.Priority,
                Condition = Conditions(props.Conditions).ToArray(),
                Action = TerraformActions.OfRule(props.Action),
                Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = s_leftAsTheyAre },
            }
        );

        var former = props.RenamedFromId ?? id;
        if (props.ListenerRenamedFromId is { } listener)
        {
            MoveFrom(rule, FormerAddress.Of(FormerAddress.ScopeOf(scope), listener, former, "Default"));
        }
        else if (props.RenamedFromId is not null)
        {
            MoveFrom(rule, FormerAddress.Of(scope, former, "Default"));
        }

        if (props.AdoptArn is { } arn)
        {
            rule.ImportFrom(arn);
        }

        ListenerRuleArn = rule.Arn;
    }

    /// <summary>ARN of the rule.</summary>
    public string ListenerRuleArn { get; }

    private static void MoveFrom(LbListenerRule rule, string logicalId) => rule.MoveFromId($"{LbListenerRule.TfResourceType}.{logicalId}");

    private void Require(RuleConditions conditions)
    {
        Property.Require(this, nameof(ListenerRuleProps.Conditions), RuleLimits.Conditions(conditions));
        Property.RequireEach(this, nameof(conditions.Hosts), conditions.Hosts, RuleLimits.Host);
        Property.RequireEach(this, nameof(conditions.Paths), conditions.Paths, RuleLimits.Path);
        Property.RequireEach(this, nameof(conditions.Methods), conditions.Methods, RuleLimits.Method);
        Property.RequireEach(this, nameof(conditions.Headers), conditions.Headers.Keys, RuleLimits.HeaderName);
        Property.RequireEach(this, nameof(conditions.Headers), conditions.Headers.Values.SelectMany(values => values), RuleLimits.Value);
        Property.RequireEach(
            this,
            nameof(conditions.QueryStrings),
            conditions.QueryStrings.SelectMany(query => new[] { query.Key, query.Value }).OfType<string>(),
            RuleLimits.Value
        );
        Property.RequireEach(this, nameof(conditions.SourceIps), conditions.SourceIps, NetworkLimits.Cidr);
    }

    private static IEnumerable<LbListenerRuleCondition> Conditions(RuleConditions conditions)
    {
        if (conditions.Hosts.Count > 0)
        {
            yield return new() { HostHeader = new LbListenerRuleConditionHostHeader { Values = [.. conditions.Hosts] } };
        }

        if (conditions.Paths.Count > 0)
        {
            yield return new() { PathPattern = new LbListenerRuleConditionPathPattern { Values = [.. conditions.Paths] } };
        }

        if (conditions.Methods.Count > 0)
        {
            yield return new() { HttpRequestMethod = new LbListenerRuleConditionHttpRequestMethod { Values = [.. conditions.Methods] } };
        }

        foreach (var (name, values) in conditions.Headers)
        {
            yield return new()
            {
                HttpHeader = new LbListenerRuleConditionHttpHeader { HttpHeaderName = name, Values = [.. values] },
            };
        }

        if (conditions.QueryStrings.Count > 0)
        {
            yield return new()
            {
                QueryString = conditions
                    .QueryStrings.Select(query => new LbListenerRuleConditionQueryString { Key = query.Key, Value = query.Value })
                    .ToArray(),
            };
        }

        if (conditions.SourceIps.Count > 0)
        {
            yield return new() { SourceIp = new LbListenerRuleConditionSourceIp { Values = [.. conditions.SourceIps] } };
        }
    }
}
