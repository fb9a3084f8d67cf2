using System.Text.Json;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Shift.Plans;
using Mooring.Synthesis;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>Which rule and which target group a shift means, and where Terraform has them.</summary>
public sealed class ShiftedForwardTests : ProgramTest
{
    private const string Api = "- cluster: blue\n                  weight: 90 # until the API is ready\n";

    /// <summary>The cluster blue has a second binding, and the rule <c>api</c> forwards to both.</summary>
    private static readonly FleetSpec s_twoBindings = With(
        ("  green:\n", "      - loadBalancer: public\n        name: public-ip\n        service: { namespace: web, name: web, port: 81 }\n  green:\n"),
        (Api, "- { cluster: blue, binding: public, weight: 80 }\n                - { cluster: blue, binding: public-ip, weight: 10 }\n"),
        ("{ cluster: blue, weight: 90 }", "{ cluster: blue, binding: public, weight: 90 }")
    );

    [Fact]
    public void A_cluster_that_is_there_once_needs_no_binding()
    {
        ShiftedForward.Find(s_twoBindings, "public/http/api", "green").Index.Should().Be(2);
        ShiftedForward.Find(s_twoBindings, "public/http/shop", "blue").Index.Should().Be(0);
    }

    [Fact]
    public void A_cluster_that_is_there_twice_is_named_with_its_binding()
    {
        var forward = ShiftedForward.Find(s_twoBindings, "public/http/api", "blue/public-ip");

        forward.Index.Should().Be(1);
        forward.Words([80, 10, 10]).Should().Be("blue/public 80, blue/public-ip 10, green 10");
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("red")]
    public void What_is_no_target_group_or_several_is_an_error_that_names_them(string name)
    {
        var find = () => ShiftedForward.Find(s_twoBindings, "public/http/api", name);

        find.Should().Throw<ShiftException>().WithMessage($"public/http/api forwards to blue/public, blue/public-ip, green: name one of them, got '{name}'");
    }

    [Theory]
    [InlineData("public")]
    [InlineData("public/http/")]
    [InlineData("private/http/shop")]
    [InlineData("public/http/shop/more")]
    public void What_is_no_action_is_an_error_that_names_those_that_forward(string address)
    {
        var find = () => ShiftedForward.Find(s_twoBindings, address, "green");

        find.Should().Throw<ShiftException>().WithMessage($"*it has public/http/shop, public/http/api, got '{address}'");
    }

    [Fact]
    public void An_action_that_does_not_forward_cannot_be_shifted()
    {
        var find = () => ShiftedForward.Find(s_twoBindings, "public/http", "green");

        find.Should().Throw<ShiftException>().WithMessage("public/http must forward requests to target groups, and does something else");
    }

    [Fact]
    public void Terraform_has_the_resource_and_the_arns_under_the_original_names()
    {
        var fleet = With(
            ("  public:\n", "  edge:\n    renamed: public\n"),
            ("  green:\n", "  verde:\n    renamed: green\n"),
            ("loadBalancer: public", "loadBalancer: edge\n        renamed: public"),
            ("cluster: green", "cluster: verde")
        );
        FleetSynthesis.Synthesize(fleet, Folder, new SynthesisOptions());
        var forward = ShiftedForward.Find(fleet, "edge/http/shop", "verde");

        var name = ForwardingResource.StackOf(forward.Address, fleet);
        using var stack = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "stacks", name, "cdk.tf.json")));
        var (output, key) = forward.ArnOf(fleet, forward.Index);

        name.Should().Be("load-balancer-public");
        stack.RootElement.GetProperty("output").GetProperty(output).GetProperty("value").GetProperty(key).GetString().Should().Contain("TargetGroup-green");
        ForwardingResource.Of(forward.Address, fleet, stack.RootElement).Address.Should().StartWith("aws_lb_listener_rule.Listener-http_Rule-shop_");
    }

    [Fact]
    public void A_target_group_that_the_load_balancer_declares_is_shifted_like_one_of_a_binding()
    {
        var fleet = With(
            ("listeners:", "targetGroups: { spare: {} }\n    listeners:"),
            ("{ cluster: blue, weight: 90 }", "{ targetGroup: spare, weight: 90 }")
        );
        FleetSynthesis.Synthesize(fleet, Folder, new SynthesisOptions());
        var forward = ShiftedForward.Find(fleet, "public/http/shop", "spare");

        using var stack = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "stacks", "load-balancer-public", "cdk.tf.json")));
        var (output, key) = forward.ArnOf(fleet, forward.Index);

        forward.Words([90, 10]).Should().Be("spare 90, green 10");
        stack
            .RootElement.GetProperty("output")
            .GetProperty(output)
            .GetProperty("value")
            .GetProperty(key)
            .GetString()
            .Should()
            .Contain("SharedTargetGroup-spare");
    }

    private static FleetSpec With(params (string Old, string New)[] replacements) =>
        FleetFile.Parse(
            replacements.Aggregate(
                Shop.Text.ReplaceLineEndings("\n"),
                (text, pair) =>
                    text.Contains(pair.Old, StringComparison.Ordinal)
                        ? text.Replace(pair.Old, pair.New, StringComparison.Ordinal)
                        : throw new ArgumentException($"the shop has no '{pair.Old}'", nameof(replacements))
            )
        );
}
