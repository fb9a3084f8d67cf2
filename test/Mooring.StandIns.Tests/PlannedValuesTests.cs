using FluentAssertions;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>A key that was there once, and that a configuration does not have any more.</summary>
public class PlannedValuesTests
{
    private readonly PretendedAws _aws = new();

    [Fact]
    public void A_block_that_is_optional_and_computed_stays_where_it_is_left_out()
    {
        var sticky = TargetGroup("""{ "enabled": true, "type": "lb_cookie", "cookie_duration": 600 }""");

        var planned = _aws.Plan("aws_lb_target_group", sticky, "stickiness", Value.List()).Planned;

        planned.At("stickiness", "enabled").Should().Be((Value)true);
        planned.Should().Be(sticky, "there is no change at all");
    }

    [Fact]
    public void A_block_that_is_written_with_its_default_is_a_change()
    {
        var sticky = TargetGroup("""{ "enabled": true, "type": "lb_cookie", "cookie_duration": 600 }""");

        var off = Value.List(
            Value.Object([new("enabled", false), new("type", "lb_cookie"), new("cookie_duration", Value.Null), new("cookie_name", Value.Null)])
        );
        var planned = _aws.Plan("aws_lb_target_group", sticky, "stickiness", off).Planned;

        planned.At("stickiness", "enabled").Should().Be((Value)false);
        planned.At("stickiness", "cookie_duration").Should().Be((Value)86400, "the schema has this default");
    }

    [Theory]
    [InlineData("stickiness", "enabled", false)]
    [InlineData("health_check", "interval", 30)]
    [InlineData("health_check", "timeout", 5)]
    public void A_new_object_has_what_AWS_gives_it(string block, string attribute, object value) =>
        _aws.CreateTargetGroup("shop").At(block, attribute).Should().Be(value is int number ? (Value)number : (Value)(bool)value);

    /// <summary>helper/schema/schema.go of the SDK, finalizeDiff: "This is a computed value with an old value set already, just let it go".</summary>
    [Fact]
    public void An_empty_text_of_a_computed_attribute_changes_nothing()
    {
        _aws.CreateCluster("blue");
        var addOn = _aws.Create("aws_eks_addon", """{ "cluster_name": "blue", "addon_name": "vpc-cni", "configuration_values": "{\"a\":1}" }""");

        _aws.Plan("aws_eks_addon", addOn, "configuration_values", "").Planned.Should().Be(addOn);
        _aws.Plan("aws_eks_addon", addOn, "configuration_values", "{}").Planned["configuration_values"].Should().Be((Value)"{}");
    }

    [Fact]
    public void An_empty_set_of_a_computed_attribute_clears_it()
    {
        _aws.CreateCluster("blue");
        var entry = _aws.Create(
            "aws_eks_access_entry",
            """{ "cluster_name": "blue", "principal_arn": "arn:aws:iam::111122223333:role/oncall", "kubernetes_groups": ["cluster-admins"] }"""
        );

        _aws.Plan("aws_eks_access_entry", entry, "kubernetes_groups", Value.List()).Planned["kubernetes_groups"].Elements.Should().BeEmpty();
    }

    [Fact]
    public void An_attribute_with_a_default_in_the_schema_gets_it()
    {
        var tuned = _aws.Create("aws_lb", """{ "name": "shop", "idle_timeout": 120, "enable_xff_client_port": true }""");

        _aws.Plan("aws_lb", tuned, "idle_timeout", Value.Null).Planned["idle_timeout"].Should().Be((Value)60);
        _aws.Plan("aws_lb", tuned, "enable_xff_client_port", Value.Null).Planned["enable_xff_client_port"].Should().Be((Value)false);
    }

    /// <summary>The acceptance test of the provider, <c>TestAccELBV2LoadBalancer_ApplicationLoadBalancer_accessLogs</c>, ends with this.</summary>
    [Fact]
    public void A_suppressed_block_stays_and_its_defaults_come_back()
    {
        var logging = _aws.Create("aws_lb", """{ "name": "shop", "access_logs": [{ "bucket": "logs", "enabled": true }] }""");

        var planned = _aws.Plan("aws_lb", logging, "access_logs", Value.List()).Planned;

        planned.At("access_logs", "bucket").Should().Be((Value)"logs");
        planned.At("access_logs", "enabled").Should().Be((Value)false);
    }

    [Fact]
    public void What_is_computed_is_computed_in_each_action_that_leaves_it_out()
    {
        var listener = _aws.Create(
            "aws_lb_listener",
            $$"""
            { "load_balancer_arn": "{{_aws.Create("aws_lb", """{ "name": "shop" }""")["arn"].Text}}", "port": 80, "protocol": "HTTP",
              "default_action": [
                { "type": "fixed-response", "order": 7, "fixed_response": [{ "content_type": "text/plain", "status_code": "404" }] },
                { "type": "fixed-response", "fixed_response": [{ "content_type": "text/plain", "status_code": "404" }] }
              ] }
            """
        );

        listener["default_action"].Elements.Select(action => action["order"]).Should().Equal((Value)7, (Value)1);
    }

    private ObjectValue TargetGroup(string stickiness) =>
        _aws.Create(
            "aws_lb_target_group",
            $$"""
            { "name": "shop", "port": 80, "protocol": "HTTP", "target_type": "instance", "vpc_id": "vpc-0a1b2c3d4e5f60718", "stickiness": [{{stickiness}}] }
            """
        );
}
