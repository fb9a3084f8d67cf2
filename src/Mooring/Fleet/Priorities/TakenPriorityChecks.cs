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
    private readonly FreePriorities _free = new(rules.Select(rule => rule.Priority).OfType<int>().Concat(before.Rules.Values));
    private readonly HashSet<(string Name, int? Priority)> _now = [.. rules.Select(rule => (rule.Name, rule.Priority))];
    private readonly Dictionary<int, string> _owners = before
        .Rules.DistinctBy(recorded => recorded.Value)
        .ToDictionary(recorded => recorded.Value, recorded => recorded.Key);

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        var last = 0;
        foreach (var (index, rule) in rules.Index())
        {
            var at = scope.Entry(index).At(rule.Priority);
            if (rule.Priority is not { } priority)
            {
                at.As(ErrorCodes.Missing).Add($"is required: between the priorities of the rules beside it none is free; {Free(last + 1)}");
            }
            else if (OtherOwner(rule, priority) is { } owner)
            {
                at.As(ErrorCodes.Change)
                    .Add(
                        $"must not be {priority} yet, which rule '{owner}' has until this change is applied: Terraform changes rules in parallel, and AWS "
                            + $"refuses a priority that is in use; {Free(priority)}; see docs/troubleshooting.md#priorityinuse"
                    );
            }

            last = rule.Priority ?? last;
        }
    }

    /// <summary>The name of another rule that has a priority until the change is applied; <see langword="null"/> where no other has it.</summary>
    private string? OtherOwner(RuleSpec rule, int priority) =>
        before.Of(rule) != priority && _owners.TryGetValue(priority, out var owner) && !_now.Contains((owner, priority)) ? owner : null;

    private string Free(int priority) => $"free nearby: {string.Join(", ", _free.Near(priority))}";
}
