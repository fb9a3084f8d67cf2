using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the rules of a listener.</summary>
/// <param name="listener">The listener.</param>
/// <param name="isExisting">Whether it is only looked up.</param>
/// <param name="listenerScope">Its place.</param>
/// <param name="region">The fleet's region, where it is known to be one.</param>
internal sealed class RuleChecks(ListenerSpec listener, bool isExisting, FaultScope listenerScope, string? region)
{
    private readonly HashSet<string> _all = [.. listener.Rules.Select(rule => rule.Name)];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _before = new(StringComparer.Ordinal);
    private Dictionary<object, int>? _derived;

    /// <summary>Adds the errors of the rules.</summary>
    public void Check(ActionChecks actions, bool canAdopt)
    {
        var parts = new RulePartChecks(listener.Rules);
        foreach (var (index, rule) in listener.Rules.Index())
        {
            var scope = listenerScope.At(listener.Rules).Entry(index);
            CheckName(rule, scope);
            CheckRenamed(rule, scope);
            CheckPriority(rule, scope);
            parts.Check(rule, scope);
            CheckConditions(rule, scope);
            if (rule.Transforms is { } transforms)
            {
                CheckTransforms(transforms, scope.At(rule.Transforms));
            }

            scope.Check(
                rule.Adopt,
                arn =>
                    canAdopt
                        ? AwsLimits.ListenerRuleArn(arn, region) ?? ListenerChecks.OfOther(arn, ":listener-rule/", listener.Adopt, ":listener/", "listener")
                        : "must be left out where the listener itself is not adopted: one that is created has no rule yet"
            );
            actions.Check(rule, scope);
        }
    }

    private void CheckName(RuleSpec rule, FaultScope scope)
    {
        scope.Check(rule.Name, TerraformText.Label);
        if (!_names.Add(rule.Name))
        {
            scope.At(rule.Name).As(ErrorCodes.Taken).Add($"must be unique in its listener, got '{rule.Name}' again");
        }
    }

    private void CheckRenamed(RuleSpec rule, FaultScope scope)
    {
        scope.Check(rule.Renamed, TerraformText.Label);
        if (rule.Renamed is not { } before)
        {
            return;
        }

        if (_all.Contains(before))
        {
            scope.At(rule.Renamed).Add($"must be a name that no rule of its listener has any more, got '{before}'");
        }
        else if (!_before.Add(before))
        {
            scope.At(rule.Renamed).As(ErrorCodes.Taken).Add($"must be unique in its listener, got '{before}' again");
        }
    }

    private void CheckPriority(RuleSpec rule, FaultScope scope)
    {
        if (rule.Priority is not { } priority)
        {
            scope
                .At(rule.Priority)
                .As(ErrorCodes.Missing)
                .AddIf(isExisting ? $"is required where the load balancer is 'existing': others have rules there; so far it was {DerivedOf(rule)}" : null);
            return;
        }

        scope.At(rule.Priority).AddIf(RuleLimits.Priority(priority));
    }

    /// <summary>The priority that earlier versions of Mooring gave to the rule.</summary>
    private int DerivedOf(RuleSpec rule) =>
        (_derived ??= RulePriority.Of(listener.Rules).ToDictionary(object (pair) => pair.Rule, pair => pair.Priority, ReferenceEqualityComparer.Instance))[
            rule
        ];

    private static void CheckConditions(RuleSpec rule, FaultScope scope)
    {
        scope.CheckEach(rule.Hosts, RuleLimits.Host);
        scope.CheckEach(rule.Paths, RuleLimits.Path);
        scope.CheckEach(rule.Methods, RuleLimits.Method);
        scope.CheckEach(rule.SourceIps, NetworkLimits.Cidr);
        CheckRegexes(rule, scope);
        foreach (var (header, values) in rule.Headers)
        {
            CheckHeader(header, values, scope.At(rule.Headers).Entry(header), RuleLimits.Value);
        }

        foreach (var (index, query) in rule.QueryStrings.Index())
        {
            scope.At(rule.QueryStrings).Entry(index).Check(query.Key, RuleLimits.Value);
            scope.At(rule.QueryStrings).Entry(index).Check(query.Value, RuleLimits.Value);
        }

        FaultScope[] kinds =
        [
            scope.At(rule.Hosts),
            scope.At(rule.Paths),
            scope.At(rule.Methods),
            scope.At(rule.Headers),
            scope.At(rule.QueryStrings),
            scope.At(rule.SourceIps),
            scope.At(rule.HostRegexes),
            scope.At(rule.PathRegexes),
            scope.At(rule.HeaderRegexes),
        ];
        if (!kinds.Any(kind => kind.IsIncomplete))
        {
            scope.AddBeside(RuleLimits.SplitConditions(rule.Conditions));
        }
    }

    private static void CheckRegexes(RuleSpec rule, FaultScope scope)
    {
        scope.CheckEach(rule.HostRegexes, RegexLimits.Condition);
        scope.At(rule.HostRegexes).AddIf(RuleLimits.RegexesBeside(rule.HostRegexes.Count, rule.Hosts.Count, "hosts"));
        scope.CheckEach(rule.PathRegexes, RegexLimits.Condition);
        scope.At(rule.PathRegexes).AddIf(RuleLimits.RegexesBeside(rule.PathRegexes.Count, rule.Paths.Count, "paths"));
        foreach (var (header, values) in rule.HeaderRegexes)
        {
            var at = scope.At(rule.HeaderRegexes).Entry(header);
            CheckHeader(header, values, at, RegexLimits.Condition);
            at.AddBeside(RuleLimits.HeaderRegexesBeside(header, rule.Headers.Keys));
        }
    }

    private static void CheckTransforms(TransformsSpec transforms, FaultScope scope)
    {
        CheckRewrite(transforms.HostHeader, scope.At(transforms.HostHeader));
        CheckRewrite(transforms.Url, scope.At(transforms.Url));
    }

    private static void CheckRewrite(RewriteSpec? rewrite, FaultScope at)
    {
        if (rewrite is not null)
        {
            at.Check(rewrite.Regex, RegexLimits.Rewrite);
            at.Check(rewrite.Replace, RegexLimits.Replacement);
        }
    }

    private static void CheckHeader(string header, IReadOnlyList<string> values, FaultScope at, Func<string, string?> limit)
    {
        at.CheckName(header, RuleLimits.HeaderName);
        at.AddIf(Limit.Entries(values.Count, 1, int.MaxValue));
        foreach (var (index, value) in values.Index())
        {
            at.Entry(index).AddIf(limit(value));
        }
    }
}
