using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the names and priorities of the rules of a listener beside each other, with those of the parts of rules whose hosts are split.</summary>
/// <param name="rules">The rules.</param>
internal sealed class RulePartChecks(IReadOnlyList<RuleSpec> rules)
{
    private readonly HashSet<string> _names = [.. rules.Select(rule => rule.Name)];
    private readonly Dictionary<int, (string Rule, int Part)> _owners = [];
    private readonly (string Rule, int First, int Last)[] _spans =
    [
        .. from rule in rules
        where rule.Priority is not null
        let parts = SplitRules.PartsOf(rule, rule.Priority!.Value).ToArray()
        where parts.Length > 1
        select (rule.Name, parts.Min(part => part.Priority), parts.Max(part => part.Priority)),
    ];

    /// <summary>Adds the errors of a rule, which stands behind those that were checked before.</summary>
    public void Check(RuleSpec rule, FaultScope scope)
    {
        if (rule.Priority is not { } priority)
        {
            return;
        }

        // The first part keeps its priority while it has no host.
        var at = scope.At(rule.Priority);
        CheckUnique(rule.Name, RulePlaces.First, priority, at.As(ErrorCodes.Taken));
        foreach (var part in SplitRules.PartsOf(rule, priority))
        {
            // Where no priority was free for a part, that is an error already.
            if (part.Number != RulePlaces.First && rule.Places?.PriorityOf(part.Number) is not null)
            {
                CheckName(rule, part.Number, scope);
                at.AddIf(RuleLimits.Priority(part.Priority) is { } fault ? $"must leave room for part {part.Number} of its hosts, which {fault}" : null);
                CheckUnique(rule.Name, part.Number, part.Priority, at.As(ErrorCodes.Taken));
            }

            CheckBetween(part, at.As(ErrorCodes.Taken));
        }
    }

    private void CheckUnique(string rule, int part, int priority, FaultScope at)
    {
        if (_owners.TryAdd(priority, (rule, part)))
        {
            return;
        }

        var owner = _owners[priority];
        at.Add(
            (part, owner.Part) is (RulePlaces.First, RulePlaces.First)
                ? $"must be unique in its listener, but {priority} is already the priority of rule '{owner.Rule}'"
                : $"must be unique in its listener, but {priority}, of {NameOf(rule, part)}, is already the priority of {NameOf(owner.Rule, owner.Part)}: a "
                    + "rule with more hosts than AWS takes has the numbers behind its priority, too; give one of the two another one"
        );
    }

    private void CheckBetween(RulePart part, FaultScope at)
    {
        foreach (var (rule, first, last) in _spans.Where(span => span.Rule != part.Rule.Name && part.Priority > span.First && part.Priority < span.Last))
        {
            at.Add(
                $"must not be between {first} and {last}, the priorities of the parts of rule '{rule}', so that it is tried before or behind all of them, got "
                    + $"{part.Priority}"
            );
        }
    }

    private void CheckName(RuleSpec rule, int part, FaultScope scope)
    {
        if (_names.Contains(RulePart.NameOf(rule.Name, part)))
        {
            scope
                .At(rule.Name)
                .As(ErrorCodes.Taken)
                .Add($"must be another one, because {NameOf(rule.Name, part)} has the name of rule '{RulePart.NameOf(rule.Name, part)}', got '{rule.Name}'");
        }

        if (rule.Renamed is { } before && _names.Contains(RulePart.NameOf(before, part)))
        {
            scope
                .At(rule.Renamed)
                .As(ErrorCodes.Taken)
                .Add($"must be left out beside rule '{RulePart.NameOf(before, part)}', whose name {NameOf(before, part)} had, got '{before}'");
        }
    }

    private static string NameOf(string rule, int part) => part == RulePlaces.First ? $"rule '{rule}'" : $"part {part} of rule '{rule}'";
}
