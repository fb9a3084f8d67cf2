using FluentAssertions;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Project.Tests.Assertions;

/// <summary>The assertions over synthesized JSON pass where they should, and fail where they should.</summary>
public sealed class TerraformJsonAssertionsTests
{
    private static readonly TerraformJson s_stack = new(
        """
        {
          "provider": { "aws": [{ "region": "eu-west-1" }] },
          "data": { "aws_lb": { "LoadBalancer": { "name": "shop-public" } } },
          "resource": {
            "aws_lb_listener_rule": {
              "Rule-shop_0123ABCD": {
                "priority": 10,
                "condition": [{ "host_header": { "values": ["shop.example.com"] } }],
                "action": [{ "type": "forward", "order": 1 }]
              },
              "Rule-api_4567ABCD": { "priority": 20, "condition": [{ "path_pattern": { "values": ["/api/*"] } }] }
            }
          }
        }
        """
    );

    [Fact]
    public void A_part_of_a_resource_is_enough() =>
        s_stack
            .Should()
            .HaveResource("aws_lb_listener_rule", """{ "priority": 10, "condition": [{ "host_header": { "values": ["shop.example.com"] } }] }""")
            .And.HaveResource("aws_lb_listener_rule", "Rule-api", """{ "priority": 20 }""")
            .And.NotHaveResource("aws_lb")
            .And.HaveData("aws_lb", """{ "name": "shop-public" }""")
            .And.HaveProvider("aws", """{ "region": "eu-west-1" }""");

    [Fact]
    public void What_is_expected_to_be_missing_must_be_missing()
    {
        s_stack.Should().HaveResource("aws_lb_listener_rule", "Rule-shop", """{ "tags": null }""");

        Failing(stack => stack.HaveResource("aws_lb_listener_rule", "Rule-shop", """{ "priority": null }"""))
            .Should()
            .Be("Expected stack to have a resource aws_lb_listener_rule.Rule-shop like this, but priority is 10, expected missing.");
    }

    [Theory]
    [InlineData("""{ "priority": 11 }""", "priority is 10, expected 11")]
    [InlineData("""{ "priority": "10" }""", "priority is 10, expected \"10\"")]
    [InlineData("""{ "tags": {} }""", "tags is missing, expected {}")]
    [InlineData(
        """{ "action": [{ "type": "redirect", "order": 2 }] }""",
        "action[0].type is \"forward\", expected \"redirect\"; action[0].order is 1, expected 2"
    )]
    [InlineData("""{ "action": [] }""", "action is [{\"type\":\"forward\",\"order\":1}], expected []")]
    [InlineData(
        """{ "condition": [{ "host_header": { "values": ["shop.example.com", "b"] } }] }""",
        "condition[0].host_header.values is [\"shop.example.com\"], expected [\"shop.example.com\",\"b\"]"
    )]
    public void Each_difference_is_named_with_its_path(string expected, string difference) =>
        Failing(stack => stack.HaveResource("aws_lb_listener_rule", "Rule-shop", expected))
            .Should()
            .Be($"Expected stack to have a resource aws_lb_listener_rule.Rule-shop like this, but {difference}.");

    [Fact]
    public void Of_several_resources_the_closest_is_compared() =>
        Failing(stack => stack.HaveResource("aws_lb_listener_rule", """{ "priority": 20, "condition": [{ "path_pattern": { "values": ["/web/*"] } }] }"""))
            .Should()
            .Be(
                "Expected stack to have a resource aws_lb_listener_rule like this, but condition[0].path_pattern.values[0] is \"/api/*\", expected \"/web/*\"."
            );

    [Fact]
    public void A_resource_that_is_not_there_is_an_error()
    {
        Failing(stack => stack.HaveResource("aws_lb", "{}")).Should().Be("Expected stack to have a resource aws_lb, but it has none.");
        Failing(stack => stack.NotHaveResource("aws_lb_listener_rule")).Should().Contain("there must be no resource of type aws_lb_listener_rule");
    }

    private static string Failing(Action<TerraformJsonAssertions> assertion)
    {
        var act = () => assertion(s_stack.Should());
        return act.Should().Throw<Xunit.Sdk.XunitException>().Which.Message;
    }
}
