using FluentAssertions;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>Rules whose hosts are split: their limits, their names and their priorities beside other rules.</summary>
public class SplitRuleCheckTests
{
    private readonly EditedFleet _fleet = new();

    [Fact]
    public void Other_conditions_and_wildcards_count_in_each_part()
    {
        _fleet.Edit("shop: a b c d, paths: [/a, /b]").Should().Be("shop=10[a b c] shop-2=11[d]");
        new EditedFleet().Edit("shop: *.a *.b *.c *.d, paths: [/*/*]").Should().Be("shop=10[*.a *.b *.c] shop-2=11[*.d]");
        new EditedFleet().Edit("shop: *.*.a *.*.b *.*.*.c *.d e").Should().Be("shop=10[*.*.a *.*.b *.d e] shop-2=11[*.*.*.c]");
    }

    [Theory]
    [InlineData(
        "a b, paths: [/a, /b, /c], methods: [GET, PUT]",
        "must have at most 4 values in its conditions beside 'hosts' together, got 5: each of the rules that the hosts are split over has them all"
    )]
    [InlineData(
        "a b, paths: [/*/*/*/*/*/*]",
        "must have at most 5 wildcards in its conditions beside 'hosts' together, got 6: each of the rules that the hosts are split over has them all"
    )]
    [InlineData(
        "a *.*.*.b, paths: [/*/*/*]",
        "must have at most 5 wildcards in a host and its conditions beside 'hosts' together, got 3 in '*.*.*.b.example.com' and 3 beside it"
    )]
    public void Where_the_other_conditions_leave_no_room_it_is_an_error(string rule, string fault) =>
        _fleet.Refused($"shop: {rule}").Should().Equal($"rules[0] {fault}");

    [Fact]
    public void Each_part_counts_in_the_quota_of_rules() =>
        new EditedFleet { LoadBalancer = "    quotas: { rules: 2 }\n" }
            .Refused("shop: a b c d e f", "other: z")
            .Should()
            .Equal("loadBalancers.public.listeners must have at most 2 rules in all, got 3: request a quota increase from AWS, and set it under 'quotas'");

    [Fact]
    public void The_parts_of_a_rule_with_a_priority_have_the_numbers_behind_it()
    {
        _fleet.Edit("shop: a b c d e f g h i j k, priority: 100").Should().Be("shop=100[a b c d e] shop-2=101[f g h i j] shop-3=102[k]");
        _fleet.Record.Should().Contain("\"k.example.com\": 3", "their places are recorded, too");

        _fleet.Edit("shop: k j i h g f e d c b, priority: 100").Should().Be("shop=100[b c d e] shop-2=101[f g h i j] shop-3=102[k]");
    }

    [Fact]
    public void A_rule_that_gives_the_priority_that_it_has_anyway_keeps_those_of_its_parts()
    {
        _fleet.Edit("shop: a b c d e f g h i j k");
        _fleet.Edit("shop: a b c d e k");
        _fleet.Edit("shop: a b c d e k l m n o p").Should().EndWith("shop-2=13[p] shop-3=12[k l m n o]");

        _fleet.Edit("shop: a b c d e k l m n o p, priority: 10").Should().EndWith("shop-2=13[p] shop-3=12[k l m n o]");
    }

    [Theory]
    [InlineData("shop: a b c d e f, priority: 100", "other: z, priority: 101", 1, "101, of rule 'other', is already the priority of part 2 of rule 'shop'")]
    [InlineData("other: z, priority: 101", "shop: a b c d e f, priority: 100", 1, "101, of part 2 of rule 'shop', is already the priority of rule 'other'")]
    public void A_rule_that_has_the_priority_of_a_part_is_an_error_that_names_both(string one, string two, int place, string fault) =>
        _fleet
            .Refused(one, two)
            .Should()
            .Equal(
                $"rules[{place}].priority must be unique in its listener, but {fault}: a rule with more hosts than AWS takes has the numbers behind its "
                    + "priority, too; give one of the two another one"
            );

    [Fact]
    public void The_last_priorities_must_leave_room_for_the_parts() =>
        _fleet
            .Refused("shop: a b c d e f, priority: 50000")
            .Should()
            .Equal("rules[0].priority must leave room for part 2 of its hosts, which must be between 1 and 50000, got 50001");

    [Fact]
    public void No_other_rule_is_tried_between_the_parts_of_one()
    {
        _fleet.Edit("shop: a b c d e f g h i j k", "other: z");
        _fleet.Edit("shop: a b c d e k", "other: z");
        _fleet.Edit("shop: a b c d e k", "other: z").Should().Be("shop=10[a b c d e] shop-3=12[k] other=20[z]");

        _fleet
            .Refused("shop: a b c d e k", "mine: y, priority: 11", "other: z")
            .Should()
            .Equal(
                "rules[1].priority must not be between 10 and 12, the priorities of the parts of rule 'shop', so that it is tried before or behind all of "
                    + "them, got 11"
            );
    }

    [Fact]
    public void Where_no_number_is_free_behind_a_rule_a_priority_is_asked_for()
    {
        _fleet.Edit("shop: a b c d e, priority: 10", "other: z, priority: 11", "third: y");

        _fleet.Record = _fleet.Record!.Replace("\"third\": 20", "\"third\": 12", StringComparison.Ordinal);
        _fleet
            .Refused("other: z, priority: 11", "third: a b c d e f", "last: y, priority: 13")
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("rules[2].priority must not be between 12 and ");
        _fleet.Record = """{ "loadBalancers": { "public": { "http": { "rules": { "shop": 10, "other": 11 } } } } }""";
        _fleet
            .Refused("shop: a b c d e f", "other: z")
            .Should()
            .Equal(
                "rules[0].priority is required: between the priorities of the rules beside it none is free for part 2 of its hosts; give one behind which the "
                    + "next ones are free; free nearby: 9, 12"
            );
    }

    [Fact]
    public void A_rule_with_the_name_of_a_part_is_an_error_that_names_both()
    {
        _fleet
            .Refused("shop: a b c d e f", "shop-2: z")
            .Should()
            .Equal("rules[0].name must be another one, because part 2 of rule 'shop' has the name of rule 'shop-2', got 'shop'");
        _fleet
            .Refused("store: a b c d e f, renamed: shop", "shop-2: z")
            .Should()
            .Equal("rules[0].renamed must be left out beside rule 'shop-2', whose name part 2 of rule 'shop' had, got 'shop'");
    }

    [Fact]
    public void A_rule_cannot_take_the_priority_of_a_part_before_the_change_is_applied()
    {
        _fleet.Edit("shop: a b c d e f, priority: 100", "other: z, priority: 200");

        _fleet
            .Refused("shop: a b c d e, priority: 100", "other: z, priority: 101")
            .Single()
            .Should()
            .StartWith("rules[1].priority must not be 101 yet, which part 2 of rule 'shop' has until this change is applied: ");
        _fleet
            .Refused("shop: a b c d e f, priority: 101", "other: z, priority: 200")
            .Single()
            .Should()
            .StartWith("rules[0].priority must not be 101 yet, which part 2 of rule 'shop' has until this change is applied: ");
        _fleet
            .Refused("shop: a b c d e f, priority: 199", "other: z, priority: 201")
            .Single()
            .Should()
            .StartWith("rules[0].priority must not be 199 yet, because part 2 of its hosts needs 200, which rule 'other' has until this change is applied: ");
    }

    [Fact]
    public void On_a_load_balancer_that_is_only_looked_up_the_places_are_recorded_too()
    {
        var fleet = new EditedFleet { IsExisting = true };

        fleet.Edit("shop: a b c d e f, priority: 100").Should().Be("shop=100[a b c d e] shop-2=101[f]");
        fleet.Edit("shop: f e d c b, priority: 100").Should().Be("shop=100[b c d e] shop-2=101[f]");
        fleet.Refused("shop: f e d c b").Single().Should().StartWith("rules[0].priority is required where the load balancer is 'existing'");
    }
}
