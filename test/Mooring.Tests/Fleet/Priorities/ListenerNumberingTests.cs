using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using Mooring.Fleet;
using Mooring.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>Edits of a list of rules, and the priorities that they leave.</summary>
public class ListenerNumberingTests
{
    [Theory]
    [InlineData("a b c", "a=10 b=20 c=30")]
    [InlineData("b c", "b=20 c=30")]
    [InlineData("a c", "a=10 c=30")]
    [InlineData("a b c d", "a=10 b=20 c=30 d=40")]
    [InlineData("a b c d e", "a=10 b=20 c=30 d=40 e=50")]
    [InlineData("a new b c", "a=10 new=15 b=20 c=30")]
    [InlineData("a x y b c", "a=10 x=13 y=16 b=20 c=30")]
    [InlineData("new a b c", "new=5 a=10 b=20 c=30")]
    public void A_rule_that_is_added_or_deleted_changes_no_other(string rules, string numbered) =>
        Listing.Numbered(rules, Listing.Recorded("a=10 b=20 c=30")).Should().Be(numbered);

    [Theory]
    [InlineData("b a c", "b=20 a=25 c=30")]
    [InlineData("c a b", "c=5 a=10 b=20")]
    [InlineData("b c a", "b=20 c=30 a=40")]
    [InlineData("c b a", "c=30 b=40 a=50")]
    public void As_few_rules_as_the_order_allows_are_moved(string rules, string numbered) =>
        Listing.Numbered(rules, Listing.Recorded("a=10 b=20 c=30")).Should().Be(numbered);

    [Theory]
    [InlineData("a(old) b", "old=10 b=20", "a=10 b=20")]
    [InlineData("a(old) b", "a=10 b=20", "a=10 b=20")]
    [InlineData("new b", "old=10 b=20", "new=9 b=20")]
    public void A_renamed_rule_keeps_its_priority_where_the_list_says_so(string rules, string recorded, string numbered) =>
        Listing.Numbered(rules, Listing.Recorded(recorded)).Should().Be(numbered);

    /// <summary>Until the apply, the deleted rule and the one that moved still have them.</summary>
    [Theory]
    [InlineData("a new b", "a=10 gone=15 b=20", "a=10 new=14 b=20")]
    [InlineData("a new", "a=10 gone=20", "a=10 new=30")]
    [InlineData("a new c b", "a=10 b=20 c=30", "a=10 new=19 c=30 b=40")]
    public void A_new_rule_gets_no_priority_that_another_one_had(string rules, string recorded, string numbered) =>
        Listing.Numbered(rules, Listing.Recorded(recorded)).Should().Be(numbered);

    [Theory]
    [InlineData("a new b mine=15", "a=10 new=14 b=20 mine=15")]
    [InlineData("a b new mine=30", "a=10 b=20 new=25 mine=30")]
    [InlineData("a mine=15 new b", "a=10 mine=15 new=17 b=20")]
    [InlineData("a b mine=100 new", "a=10 b=20 mine=100 new=110")]
    [InlineData("a b mine=50000 new", "a=10 b=20 mine=50000 new=30")]
    public void A_new_rule_stays_clear_of_priorities_that_are_given_and_keeps_to_their_order_where_it_can(string rules, string numbered) =>
        Listing.Numbered(rules, Listing.Recorded("a=10 b=20")).Should().Be(numbered);

    [Fact]
    public void Retired_priorities_are_used_again_only_where_no_other_is_free()
    {
        Listing.Numbered("a new b", Listing.Recorded("a=10 b=20", 15)).Should().Be("a=10 new=14 b=20");
        Listing.Numbered("a new b", Listing.Recorded("a=10 b=12", 11)).Should().Be("a=10 new=11 b=12");
    }

    [Fact]
    public void Where_no_priority_is_free_there_is_none() => Listing.Numbered("a x y b", Listing.Recorded("a=10 b=12")).Should().Be("a=10 x=? y=? b=12");

    [Fact]
    public void At_the_highest_priority_the_room_below_it_is_used() =>
        Listing.Numbered("a x y", Listing.Recorded("a=49990")).Should().Be("a=49990 x=49993 y=49997");

    /// <summary>Any list after any record: nothing collides in any order of the apply, the order of the list holds, and the result is final.</summary>
    [Property(MaxTest = 500)]
    public void Every_edit_can_be_applied_in_any_order(int[] seeds, PositiveInt explicitly)
    {
        var recorded = new ListenerPriorities();
        foreach (var generation in (seeds ?? []).Chunk(6))
        {
            var rules = generation
                .Select(seed => new RuleSpec { Name = $"r{Math.Abs(seed % 12)}" })
                .DistinctBy(rule => rule.Name)
                .Append(new RuleSpec { Name = "explicit", Priority = 51 + (explicitly.Get % 3 * 100) })
                .ToArray();
            var numbered = new ListenerNumbering(rules, recorded).Run();
            var priorities = numbered.Select(rule => rule.Priority).ToArray();
            if (priorities.Contains(null))
            {
                // The user is asked for a priority.
                return;
            }

            priorities.Should().OnlyHaveUniqueItems();
            priorities.SkipLast(1).Should().BeInAscendingOrder();
            numbered.Should().OnlyContain(rule => !recorded.Rules.Any(other => other.Value == rule.Priority && other.Key != rule.Name));

            recorded = recorded.Next(numbered);
            new ListenerNumbering(rules, recorded).Run().Select(rule => rule.Priority).Should().Equal(priorities);
            recorded.Next(numbered).Should().BeEquivalentTo(recorded);
        }
    }
}
