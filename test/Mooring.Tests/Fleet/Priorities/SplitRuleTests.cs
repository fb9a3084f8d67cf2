using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Stacks.Slices;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>A rule with more hosts than AWS takes, edited again and again: no host moves that stays in the list.</summary>
public class SplitRuleTests
{
    private readonly EditedFleet _fleet = new();

    [Fact]
    public void A_rule_that_grows_gets_further_parts_and_changes_no_other()
    {
        _fleet.Edit("shop: a b c d e", "other: z").Should().Be("shop=10[a b c d e] other=20[z]");
        _fleet.Record.Should().NotContain("parts");

        _fleet.Edit("shop: a b c d e f", "other: z").Should().Be("shop=10[a b c d e] shop-2=11[f] other=20[z]");
        _fleet.Edit("shop: a b c d e f g h i j k", "other: z").Should().Be("shop=10[a b c d e] shop-2=11[f g h i j] shop-3=12[k] other=20[z]");
    }

    [Fact]
    public void A_host_that_goes_leaves_a_gap_which_the_next_new_one_fills()
    {
        _fleet.Edit("shop: a b c d e f");

        _fleet.Edit("shop: a b d e f").Should().Be("shop=10[a b d e] shop-2=11[f]");
        _fleet.Edit("shop: a b new d e f").Should().Be("shop=10[a b d e new] shop-2=11[f]");
    }

    [Fact]
    public void A_part_without_a_host_goes_and_the_others_keep_their_numbers()
    {
        _fleet.Edit("shop: a b c d e f g h i j k", "other: z");

        _fleet.Edit("shop: a b c d e k", "other: z").Should().Be("shop=10[a b c d e] shop-3=12[k] other=20[z]");
        _fleet.Record.Should().Contain("\"retired\": [\n          11\n        ]");
        _fleet
            .Edit("shop: a b c d e k l m n o p", "other: z")
            .Should()
            .Be("shop=10[a b c d e] shop-2=13[p] shop-3=12[k l m n o] other=20[z]", "priorities that were given up are not used again at once");
    }

    [Fact]
    public void The_first_part_comes_back_with_the_priority_of_the_rule()
    {
        _fleet.Edit("shop: a b c d e f", "other: z");

        _fleet.Edit("shop: f", "other: z").Should().Be("shop-2=11[f] other=20[z]");
        _fleet.Edit("shop: f g h i j k", "other: z", "third: y").Should().Be("shop=10[k] shop-2=11[f g h i j] other=20[z] third=30[y]");
    }

    [Fact]
    public void Another_order_of_hosts_changes_nothing()
    {
        _fleet.Edit("shop: a b c d e f g", "other: z");
        var record = _fleet.Record;
        var slice = SliceWriter.Write(_fleet.Fleet);

        _fleet.Edit("shop: g f e d c b a", "other: z").Should().Be("shop=10[a b c d e] shop-2=11[f g] other=20[z]");

        _fleet.Record.Should().Be(record);
        SliceWriter.Write(_fleet.Fleet).Should().NotEqual(slice, "the list itself is another one");
    }

    /// <summary>Nobody applied the change that removed it, perhaps: in AWS it is in part 2, which must not lose it before part 1 has it.</summary>
    [Fact]
    public void A_host_that_comes_back_is_not_placed_before_the_part_that_it_was_in()
    {
        _fleet.Edit("shop: a b c d e f");
        _fleet.Edit("shop: b c d e").Should().Be("shop=10[b c d e]");

        _fleet.Edit("shop: b c d e f").Should().Be("shop=10[b c d e] shop-2=12[f]");
    }

    /// <summary>What was not split is not recorded. Terraform changes part 2 first, so that the host is in both parts meanwhile.</summary>
    [Fact]
    public void Where_the_first_split_pushes_a_host_out_it_goes_to_a_later_part()
    {
        _fleet.Edit("shop: a b c d e");

        _fleet.Edit("shop: new a b c d e").Should().Be("shop=10[new a b c d] shop-2=11[e]");
    }

    [Fact]
    public void A_condition_that_takes_room_pushes_hosts_to_a_later_part()
    {
        _fleet.Edit("shop: a b c d e f");

        _fleet.Edit("shop: a b c d e f, paths: [/api]").Should().Be("shop=10[a b c d] shop-2=11[f e]");
        _fleet.Edit("shop: a b c d e f").Should().Be("shop=10[a b c d] shop-2=11[f e]");
    }

    [Fact]
    public void The_record_has_the_places_and_is_read_again()
    {
        _fleet.Edit("shop: a b c d e f g", "other: z");
        _fleet.Edit("shop: a b c d f", "other: z");

        _fleet
            .Record.Should()
            .Contain(
                """
                        "rules": {
                          "shop": 10,
                          "other": 20
                        },
                        "parts": {
                          "shop": {
                            "priorities": {
                              "2": 11
                            },
                            "hosts": {
                              "a.example.com": 1,
                              "b.example.com": 1,
                              "c.example.com": 1,
                              "d.example.com": 1,
                              "f.example.com": 2
                            },
                            "removed": {
                              "e.example.com": 1,
                              "g.example.com": 2
                            }
                          }
                        }
                """.ReplaceLineEndings("\n")
            );
        var record = _fleet.Record;
        _fleet.Edit("shop: a b c d f", "other: z");
        _fleet.Record.Should().Be(record);
    }

    [Theory]
    [InlineData("\"2\": 11", "\"two\": 11", "parts.shop.priorities.two must be the number of a part, 2 or more, got 'two'")]
    [InlineData("\"2\": 11", "\"1\": 11", "parts.shop.priorities.1 must be the number of a part, 2 or more, got '1'")]
    [InlineData("\"2\": 11", "\"2\": 20", "parts.shop.priorities.2 must be unique, but 20 is already a priority of rule 'other': remove this line*")]
    [InlineData("com\": 2", "com\": 0", "parts.shop.hosts.f.example.com must be between 1 and 50000, got 0")]
    public void A_fault_in_the_record_is_reported(string old, string @new, string fault)
    {
        _fleet.Edit("shop: a b c d e f", "other: z");
        _fleet.Record = _fleet.Record!.Replace(old, @new, StringComparison.Ordinal);

        _fleet.Refused("shop: a b c d e f", "other: z").Single().Should().Match($"*.{fault}");
    }

    [Fact]
    public void A_renamed_rule_takes_the_places_along()
    {
        _fleet.Edit("shop: a b c d e f g");
        _fleet.Edit("shop: a c d e f g");

        _fleet.Edit("store: x a c d e f g, renamed: shop").Should().Be("store=10[a c d e x] store-2=11[f g]");
    }

    [Fact]
    public void A_new_rule_stays_out_of_the_parts_of_another_one()
    {
        _fleet.Edit("shop: a b c d e f", "other: z");

        _fleet.Edit("shop: a b c d e f", "new: y", "other: z").Should().Be("shop=10[a b c d e] shop-2=11[f] new=15[y] other=20[z]");
        _fleet
            .Edit("shop: a b c d e f", "new: y", "many: 1 2 3 4 5 6", "other: z")
            .Should()
            .Be("shop=10[a b c d e] shop-2=11[f] new=15[y] many=17[1 2 3 4 5] many-2=18[6] other=20[z]");
    }

    [Fact]
    public void A_rule_that_moves_leaves_the_parts_of_the_others_as_they_are()
    {
        _fleet.Edit("one: 1", "two: 2", "shop: a b c d e f");

        _fleet.Edit("two: 2", "one: 1", "shop: a b c d e f").Should().Be("two=20[2] one=25[1] shop=30[a b c d e] shop-2=31[f]");
    }

    [Fact]
    public void Without_a_record_parts_follow_the_priority_of_their_rule()
    {
        var hosts = string.Join(' ', Enumerable.Range(1, 51));

        _fleet
            .Edit($"shop: {hosts}", "other: z", "mine: y, priority: 31", "last: a b c d e f")
            .Should()
            .StartWith("shop=10[1 2 3 4 5] ")
            .And.EndWith("shop-11=20[51] other=30[z] mine=31[y] last=40[a b c d e] last-2=41[f]");
    }

    [Fact]
    public void A_fleet_in_csharp_gets_its_places_in_order()
    {
        RuleSpec[] rules =
        [
            new()
            {
                Name = "shop",
                Hosts = ["a", "b", "c", "d", "e", "f"],
                Paths = ["/a", "/b"],
            },
            new() { Name = "other" },
        ];

        SplitRules
            .Of(rules)
            .Select(part => (part.Name, part.Priority, string.Join(' ', part.Hosts), part.Conditions.Paths.Count))
            .Should()
            .Equal(("shop", 10, "a b c", 2), ("shop-2", 11, "d e f", 2), ("other", 20, "", 0));
    }

    [Fact]
    public void A_deployed_file_without_a_record_has_the_places_that_follow_from_it()
    {
        var deployed = FleetFile.Parse(_fleet.TextOf("shop: a b c d e f", "other: z"));

        var next = FleetFile.ParseChange(_fleet.TextOf("shop: g f e d c b", "other: z"), deployed);

        SplitRules
            .Of(next.LoadBalancers["public"].Listeners["http"].Rules)
            .Select(part => (part.Name, part.Priority, part.Hosts.Count))
            .Should()
            .Equal(("shop", 10, 5), ("shop-2", 11, 1), ("other", 20, 1));
    }

    [Fact]
    public void A_host_that_a_lost_record_would_move_to_an_earlier_part_is_an_error_of_the_change()
    {
        _fleet.Edit("shop: a b c d e f");
        _fleet.Edit("shop: a b c d f");
        var deployed = _fleet.Fleet;

        var change = () =>
            new FleetReader("fleet.yaml", new WarningOptions())
            {
                Deployed = deployed,
                Record = new("fleet.priorities.json", """{ "loadBalancers": { "public": { "http": { "rules": { "shop": 10 } } } } }"""),
            }.Read(_fleet.TextOf("shop: a b c d f"));

        change
            .Should()
            .Throw<FleetException>()
            .WithMessage("*rules[0].hosts must have 'f.example.com' in part 2 of the rule, where it is deployed, got part 1: *fleet.priorities.json*");
    }
}
