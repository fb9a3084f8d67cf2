using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Stacks;
using Mooring.Synthesis;
using Mooring.Synthesis.Reuse;
using Mooring.TestKit;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>A rule whose hosts are split, in the stack of its load balancer.</summary>
public class SplitRuleStackTests
{
    private const string First = "Listener-http_Rule-shop";

    private readonly EditedFleet _fleet = new();

    [Fact]
    public void Its_parts_differ_in_hosts_and_priority_only()
    {
        var rules = RulesOf("shop: a b c d e f, paths: [/api], transforms: { url: { regex: /a, replace: /b } }");

        var (one, two) = (Without(rules[First]), Without(rules[$"{First}-2"]));
        rules.Count.Should().Be(2);
        one.Should().Be(two);
        HostsOf(rules[First]).Should().Equal("a.example.com", "b.example.com", "c.example.com", "d.example.com");
        HostsOf(rules[$"{First}-2"]).Should().Equal("e.example.com", "f.example.com");
        rules.Select(rule => (int)rule.Value["priority"]!).Should().BeEquivalentTo([10, 11]);
    }

    /// <summary>Not a setting of the rule: Terraform updates nothing for it.</summary>
    [Fact]
    public void The_sixth_host_gives_the_rule_an_order_and_changes_nothing_else_of_it()
    {
        var before = RulesOf("shop: a b c d e")[First];

        var after = RulesOf("shop: a b c d e f")[First];

        after["depends_on"]!.AsArray().Select(each => Named((string)each!)).Should().Equal($"aws_lb_listener_rule.{First}-2");
        after.AsObject().Remove("depends_on");
        after.ToJsonString().Should().Be(before.ToJsonString());
    }

    [Fact]
    public void Each_part_is_changed_after_the_one_behind_it()
    {
        RulesOf("shop: a b c d e f g h i j k");
        var rules = RulesOf("shop: a b c d e k");

        rules.Keys.Should().BeEquivalentTo(First, $"{First}-3");
        Named((string)rules[First]["depends_on"]![0]!).Should().Be($"aws_lb_listener_rule.{First}-3");
        rules[$"{First}-3"].AsObject().ContainsKey("depends_on").Should().BeFalse();
    }

    [Fact]
    public void A_renamed_rule_takes_its_parts_along() =>
        Json("store: a b c d e f, renamed: shop")["moved"]!
            .AsArray()
            .Select(moved => $"{Named((string)moved!["from"]!)} {Named((string)moved["to"]!)}")
            .Should()
            .BeEquivalentTo(
                "aws_lb_listener_rule.Listener-http_Rule-shop aws_lb_listener_rule.Listener-http_Rule-store",
                "aws_lb_listener_rule.Listener-http_Rule-shop-2 aws_lb_listener_rule.Listener-http_Rule-store-2"
            );

    [Fact]
    public void Only_the_first_part_is_adopted()
    {
        const string arn =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/shop-public/0a1b2c3d4e5f6071/1a2b3c4d5e6f7081/2a3b4c5d6e7f8091";
        var fleet = new EditedFleet { IsExisting = true };

        Json(fleet, $"shop: a b c d e f, priority: 100, adopt: '{arn}'")["import"]!
            .AsArray()
            .Select(import => Named((string)import!["to"]!))
            .Should()
            .Equal($"aws_lb_listener_rule.{First}");
    }

    [Fact]
    public void A_place_that_changes_is_a_change_of_the_stack()
    {
        _fleet.Edit("shop: a b c d e f", "other: z");
        var before = SliceOf(_fleet.Fleet);

        _fleet.Record = _fleet.Record!.Replace("\"d.example.com\": 1", "\"d.example.com\": 2", StringComparison.Ordinal);
        _fleet.Edit("shop: a b c d e f", "other: z").Should().Be("shop=10[a b c e] shop-2=11[d f] other=20[z]");

        SliceOf(_fleet.Fleet).Should().NotBe(before);
    }

    private static string SliceOf(FleetSpec fleet) => StackRecord.SliceOf(FleetLayout.Plan(fleet).Single(stack => stack.Name == "load-balancer-public"));

    private Dictionary<string, JsonNode> RulesOf(params string[] rules) =>
        Json(rules)["resource"]!["aws_lb_listener_rule"]!.AsObject().ToDictionary(rule => Named(rule.Key), rule => rule.Value!);

    private JsonNode Json(params string[] rules) => Json(_fleet, rules);

    private static JsonNode Json(EditedFleet fleet, params string[] rules)
    {
        fleet.Edit(rules);
        using var directory = new TemporaryDirectory();
        FleetSynthesis.Synthesize(fleet.Fleet, directory.Path);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "stacks", "load-balancer-public", "cdk.tf.json")))!;
    }

    /// <summary>An address without the hash at its end.</summary>
    private static string Named(string address) => address[..address.LastIndexOf('_')];

    private static IEnumerable<string> HostsOf(JsonNode rule) =>
        rule["condition"]!.AsArray().Single(condition => condition!["host_header"] is not null)!["host_header"]!["values"]!
            .AsArray()
            .Select(host => (string)host!);

    /// <summary>A rule without what may differ.</summary>
    private static string Without(JsonNode rule)
    {
        var other = rule.DeepClone().AsObject();
        foreach (var key in new[] { "priority", "depends_on", "//" })
        {
            other.Remove(key);
        }

        other["condition"]!.AsArray().Single(condition => condition!["host_header"] is not null)!["host_header"] = null;
        return other.ToJsonString();
    }
}
