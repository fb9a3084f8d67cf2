using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// Checks that no rule takes the priority of another one. Terraform changes rules in parallel, one call for each, and does not try again what
/// AWS refuses: a priority is free only after an apply that took it from its rule.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/elbv2/listener_rule.go"/>
/// <param name="rules">The rules of a listener, with their priorities; one without a priority found none that is free.</param>
/// <param name="before">The priorities that rules have before the change.</param>
/// <param name="scope">The place of the rules.</param>
internal sealed class TakenPriorityChecks(IReadOnlyList<RuleSpec> rules, ListenerPriorities before, FaultScope scope)
{
    private readonly FreePriorities _free = new(PartsOf(rules).Select(each => each.Priority).Concat(before.All.Select(each => each.Priority)));
    private readonly HashSet<(string Name, int Part, int Priority)> _now = [.. PartsOf(rules).Select(each => (each.Rule.Name, each.Part, each.Priority))];
    private readonly Dictionary<int, (string Name, int Part)> _owners = before
        .All.DistinctBy(recorded => recorded.Priority)
        .ToDictionary(recorded => recorded.Priority, recorded => (recorded.Rule, recorded.Part));

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        var last = 0;
        foreach (var (index, rule) in rules.Index())
        {
            var at = scope.Entry(index).At(rule.Priority);
            if (rule.Priority is null)
            {
                at.As(ErrorCodes.Missing).Add($"is required: between the priorities of the rules beside it none is free; {Free(last + 1)}");
            }
            else if (PartWithout(rule) is { } part)
            {
                at.As(ErrorCodes.Missing)
                    .Add(
                        $"is required: between the priorities of the rules beside it none is free for part {part} of its hosts; give one behind which the next "
                            + $"ones are free; {Free(rule.Priority.Value)}"
                    );
            }

            foreach (var (_, number, priority) in PartsOf([rule]))
            {
                CheckOwner(rule, number, priority, at.As(ErrorCodes.Change));
                last = priority;
            }
        }
    }

    private void CheckOwner(RuleSpec rule, int part, int priority, FaultScope at)
    {
        if (before.Of(rule, part) != priority && _owners.TryGetValue(priority, out var owner) && !_now.Contains((owner.Name, owner.Part, priority)))
        {
            var needed = part == RulePlaces.First ? string.Empty : $", because part {part} of its hosts needs {priority}";
            at.Add(
                $"must not be {rule.Priority} yet{needed}, which {NameOf(owner)} has until this change is applied: Terraform changes rules in parallel, and "
                    + $"AWS refuses a priority that is in use; {Free(priority)}; see docs/troubleshooting.md#priorityinuse"
            );
        }
    }

    private static string NameOf((string Name, int Part) owner) =>
        owner.Part == RulePlaces.First ? $"rule '{owner.Name}'" : $"part {owner.Part} of rule '{owner.Name}'";

    private static IEnumerable<(RuleSpec Rule, int Part, int Priority)> PartsOf(IEnumerable<RuleSpec> rules) =>
        from rule in rules
        where rule.Priority is not null
        from part in (rule.Places?.Numbers ?? []).Prepend(RulePlaces.First).Distinct()
        let priority = part == RulePlaces.First ? rule.Priority : rule.Places!.PriorityOf(part)
        where priority is not null
        select (rule, part, priority.Value);

    /// <summary>The first part for which no priority was free.</summary>
    private static int? PartWithout(RuleSpec rule) => rule.Places?.Numbers.Where(part => rule.Places.PriorityOf(part) is null).Cast<int?>().FirstOrDefault();

    private string Free(int priority) => $"free nearby: {string.Join(", ", _free.Near(priority))}";
}
