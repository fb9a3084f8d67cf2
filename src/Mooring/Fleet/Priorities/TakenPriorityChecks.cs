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
    private readonly FreePriorities _free = new(rules.Select(rule => rule.Priority).OfType<int>().Concat(before.Rules.Values).ToHashSet());

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        foreach (var (index, rule) in rules.Index())
        {
            var at = scope.Entry(index).At(rule.Priority);
            if (rule.Priority is not { } priority)
            {
                var last = rules.Take(index).Select(other => other.Priority).LastOrDefault(other => other is not null) ?? 0;
                at.As(ErrorCodes.Missing).Add($"is required: between the priorities of the rules beside it none is free; {Free(last + 1)}");
            }
            else if (before.OtherOwner(rule, priority) is { } owner && !rules.Any(other => other.Name == owner && other.Priority == priority))
            {
                at.As(ErrorCodes.Change)
                    .Add(
                        $"must not be {priority} yet, which rule '{owner}' has until this change is applied: Terraform changes rules in parallel, and AWS "
                            + $"refuses a priority that is in use; {Free(priority)}; see docs/troubleshooting.md#priorityinuse"
                    );
            }
        }
    }

    private string Free(int priority) => $"free nearby: {string.Join(", ", _free.Near(priority))}";
}
