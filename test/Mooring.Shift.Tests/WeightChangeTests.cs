using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift.Plans;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>What a plan may change.</summary>
public sealed class WeightChangeTests
{
    private static readonly ForwardingResource s_rule = new("aws_lb_listener_rule.Shop", "action");

    [Fact]
    public void Weights_may_change_also_where_terraform_orders_the_target_groups_otherwise() =>
        Read(Update(rule => rule["action"]![0]!["forward"]![0]!["target_group"] = Groups(("green", 25), ("blue", 75))))
            .Should()
            .BeEquivalentTo(new WeightChange(true, []));

    [Fact]
    public void A_plan_without_changes_has_nothing() => Read(Update(_ => { }, "no-op")).Should().BeEquivalentTo(new WeightChange(false, []));

    [Fact]
    public void Another_target_group_may_not_come() =>
        Read(Update(rule => rule["action"]![0]!["forward"]![0]!["target_group"] = Groups(("blue", 75), ("red", 25))))
            .Should()
            .BeEquivalentTo(new WeightChange(false, ["aws_lb_listener_rule.Shop (Update: action)"]));

    [Fact]
    public void Stickiness_may_not_change() =>
        Read(Update(rule => rule["action"]![0]!["forward"]![0]!["stickiness"]![0]!["enabled"] = true)).ChangesWeights.Should().BeFalse();

    [Fact]
    public void The_hosts_of_the_rule_may_not_change() =>
        Read(Update(rule => rule["priority"] = 11)).Should().BeEquivalentTo(new WeightChange(false, ["aws_lb_listener_rule.Shop (Update: priority)"]));

    [Fact]
    public void The_rule_may_not_be_replaced() => Read(Update(Shift, "delete", "create")).ChangesWeights.Should().BeFalse();

    [Fact]
    public void Another_rule_may_not_change()
    {
        var other = Update(Shift);
        other["address"] = "aws_lb_listener_rule.Api";

        Read(Update(Shift), other).Should().BeEquivalentTo(new WeightChange(true, ["aws_lb_listener_rule.Api (Update: action)"]));
    }

    [Fact]
    public void An_output_may_not_change()
    {
        var plan = PlanOf(Update(Shift));
        plan["output_changes"] = new JsonObject { ["load_balancer_arn"] = new JsonObject { ["actions"] = new JsonArray("update") } };

        WeightChange.Of(Plan.Parse(plan.ToJsonString()), s_rule).Should().BeEquivalentTo(new WeightChange(true, ["output.load_balancer_arn"]));
    }

    private static void Shift(JsonNode rule) => rule["action"]![0]!["forward"]![0]!["target_group"] = Groups(("blue", 75), ("green", 25));

    private static WeightChange Read(params JsonNode[] changes) => WeightChange.Of(Plan.Parse(PlanOf(changes).ToJsonString()), s_rule);

    private static JsonObject PlanOf(params JsonNode[] changes) => new() { ["resource_changes"] = new JsonArray(changes) };

    /// <summary>A change of the rule, in the format of <c>terraform show -json</c>.</summary>
    private static JsonObject Update(Action<JsonNode> change, params string[] actions)
    {
        var after = Rule();
        change(after);
        return new JsonObject
        {
            ["address"] = "aws_lb_listener_rule.Shop",
            ["mode"] = "managed",
            ["type"] = "aws_lb_listener_rule",
            ["change"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. actions.DefaultIfEmpty("update").Select(action => JsonValue.Create(action))]),
                ["before"] = Rule(),
                ["after"] = after,
            },
        };
    }

    private static JsonObject Rule() =>
        new()
        {
            ["priority"] = 10,
            ["action"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "forward",
                    ["forward"] = new JsonArray(
                        new JsonObject
                        {
                            ["target_group"] = Groups(("blue", 90), ("green", 10)),
                            ["stickiness"] = new JsonArray(new JsonObject { ["enabled"] = false, ["duration"] = 3600 }),
                        }
                    ),
                }
            ),
        };

    private static JsonArray Groups(params (string Name, int Weight)[] groups) =>
        [
            .. groups.Select(group => new JsonObject
            {
                ["arn"] = $"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-{group.Name}/1",
                ["weight"] = group.Weight,
            }),
        ];
}
