using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the rules of a listener.</summary>
internal sealed class RuleChecks(FleetSpec fleet, string listenerPath, ListenerSpec listener, FaultCollector faults)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _owners = [];

    /// <summary>Adds what is wrong with the rules.</summary>
    public void Check(ActionChecks actions, bool canAdopt)
    {
        foreach (var (index, (rule, priority)) in RulePriority.Of(listener.Rules).Index())
        {
            var path = $"{listenerPath}.rules[{index}]";
            CheckName(path, rule);
            CheckPriority(path, rule, priority);
            CheckConditions(path, rule);
            faults.AddIf($"{path}.adopt", rule.Adopt is null ? null
                : canAdopt ? AwsLimits.ListenerRuleArn(rule.Adopt, LoadBalancerChecks.RegionOf(faults, fleet))
                : "must be left out where the listener itself is not adopted: one that is created has no rule yet");
            actions.Check(path, rule);
        }
    }

    private void CheckName(string path, RuleSpec rule)
    {
        faults.AddIf($"{path}.name", KubernetesLimits.DnsLabel(rule.Name));
        if (!_names.Add(rule.Name))
        {
            faults.Add($"{path}.name", $"must be unique in its listener, got '{rule.Name}' again");
        }
    }

    private void CheckPriority(string path, RuleSpec rule, int priority)
    {
        faults.AddIf($"{path}.priority", RuleLimits.Priority(priority));
        if (!_owners.TryAdd(priority, rule.Name))
        {
            faults.Add($"{path}.priority", $"must be unique in its listener, but {priority} is already that of rule '{_owners[priority]}'");
        }
    }

    private void CheckConditions(string path, RuleSpec rule)
    {
        faults.AddEachIf($"{path}.hosts", rule.Hosts, RuleLimits.Host);
        faults.AddEachIf($"{path}.paths", rule.Paths, RuleLimits.Path);
        faults.AddEachIf($"{path}.methods", rule.Methods, RuleLimits.Method);
        faults.AddEachIf($"{path}.sourceIps", rule.SourceIps, NetworkLimits.Cidr);
        foreach (var (header, values) in rule.Headers)
        {
            faults.AddNameIf($"{path}.headers.{header}", RuleLimits.HeaderName(header));
            faults.AddIf($"{path}.headers.{header}", Limit.Entries(values.Count, 1, int.MaxValue));
            faults.AddEachIf($"{path}.headers.{header}", values, RuleLimits.Value);
        }

        foreach (var (index, query) in rule.QueryStrings.Index())
        {
            faults.AddIf($"{path}.queryStrings[{index}].key", query.Key is { } key ? RuleLimits.Value(key) : null);
            faults.AddIf($"{path}.queryStrings[{index}].value", RuleLimits.Value(query.Value));
        }

        string[] kinds = ["hosts", "paths", "methods", "headers", "queryStrings", "sourceIps"];
        if (!kinds.Any(kind => faults.IsFaulty($"{path}.{kind}")))
        {
            faults.AddBeside(path, RuleLimits.Conditions(rule.Conditions));
        }
    }
}
