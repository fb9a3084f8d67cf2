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
    // What a rule may have set and no property says: nobody else's setting is reset, also where the rule was adopted once.
    private static readonly string[] s_leftAsTheyAre = ["tags", "transform"];
    private static readonly string[] s_neverSet = ["tags"];

    private readonly LbListenerRule _rule;

    /// <summary>Defines a rule.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits, or there is no condition.</exception>
    public ListenerRule(Construct scope, string id, ListenerRuleProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Priority), RuleLimits.Priority(props.Priority));
        Property.Require(this, nameof(props.AdoptArn), props.AdoptArn is { } adopted ? AwsLimits.ListenerRuleArn(adopted) : null);
        Require(props.Conditions);
        Require(props.Transforms?.HostHeader, nameof(RuleTransforms.HostHeader));
        Require(props.Transforms?.Url, nameof(RuleTransforms.Url));
        ListenerActionChecks.Require(this, props.Action);

        var rule = new LbListenerRule(
            this,
            "Default",
            new LbListenerRuleConfig
            {
                ListenerArn = props.Listener.ListenerArn,
                Priority = props.Priority,
                Condition = TerraformConditions.Of(props.Conditions).ToArray(),
                Action = TerraformActions.OfRule(props.Action),
                Transform = TerraformTransforms.Of(props.Transforms),
                Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = props.Transforms is null ? s_leftAsTheyAre : s_neverSet },
                DependsOn = props.After is { } other ? [other._rule] : null,
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

        _rule = rule;
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
        Property.RequireEach(this, nameof(conditions.HostRegexes), conditions.HostRegexes, RegexLimits.Condition);
        Property.Require(this, nameof(conditions.HostRegexes), RuleLimits.RegexesBeside(conditions.HostRegexes.Count, conditions.Hosts.Count, "hosts"));
        Property.RequireEach(this, nameof(conditions.PathRegexes), conditions.PathRegexes, RegexLimits.Condition);
        Property.Require(this, nameof(conditions.PathRegexes), RuleLimits.RegexesBeside(conditions.PathRegexes.Count, conditions.Paths.Count, "paths"));
        Property.RequireEach(this, nameof(conditions.HeaderRegexes), conditions.HeaderRegexes.Keys, RuleLimits.HeaderName);
        Property.RequireEach(
            this,
            nameof(conditions.HeaderRegexes),
            conditions.HeaderRegexes.Keys,
            name => RuleLimits.HeaderRegexesBeside(name, conditions.Headers.Keys)
        );
        Property.RequireEach(this, nameof(conditions.HeaderRegexes), conditions.HeaderRegexes.Values.SelectMany(values => values), RegexLimits.Condition);
    }

    private void Require(Rewrite? rewrite, string name)
    {
        if (rewrite is not null)
        {
            Property.Require(this, $"{name}.{nameof(rewrite.Regex)}", RegexLimits.Rewrite(rewrite.Regex));
            Property.Require(this, $"{name}.{nameof(rewrite.Replace)}", RegexLimits.Replacement(rewrite.Replace));
        }
    }
}
