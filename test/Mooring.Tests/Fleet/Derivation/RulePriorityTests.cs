using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Xunit;

namespace Mooring.Tests.Fleet.Derivation;

public class RulePriorityTests
{
    [Fact]
    public void Rules_are_tried_in_the_order_of_the_list() => Priorities(Rule("a"), Rule("b"), Rule("c")).Should().Equal(("a", 10), ("b", 20), ("c", 30));

    [Fact]
    public void A_rule_at_the_end_changes_no_other() =>
        Priorities(Rule("a"), Rule("b"), Rule("c"), Rule("new")).Take(3).Should().Equal(Priorities(Rule("a"), Rule("b"), Rule("c")));

    [Fact]
    public void A_rule_with_an_explicit_priority_changes_no_other() =>
        Priorities(Rule("a"), Rule("new", 15), Rule("b"), Rule("c")).Should().Equal(("a", 10), ("new", 15), ("b", 20), ("c", 30));

    [Fact]
    public void A_priority_that_is_given_is_not_derived() =>
        Priorities(Rule("a", 10), Rule("b", 20), Rule("new")).Should().Equal(("a", 10), ("b", 20), ("new", 30));

    private static IEnumerable<(string, int)> Priorities(params RuleSpec[] rules) => RulePriority.Of(rules).Select(pair => (pair.Rule.Name, pair.Priority));

    private static RuleSpec Rule(string name, int? priority = null) => new() { Name = name, Priority = priority };
}
