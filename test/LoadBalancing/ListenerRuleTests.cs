using FluentAssertions;
using Mooring.LoadBalancing;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ListenerRuleTests : ConstructTest
{
    private static ListenerRuleProps Minimal => new()
    {
        ListenerArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2",
        Priority = 10,
        Hosts = ["shop.example.com"],
        Action = Forward((KnownTargetGroup.Blue, 1)),
    };

    [Fact]
    public void A_rule_needs_a_priority_a_condition_and_an_action()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal);

        VerifySnapshot("LoadBalancing/ListenerRule.Minimal");
    }

    [Fact]
    public void A_forward_shares_requests_out_between_clusters_by_weight()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, 90), (KnownTargetGroup.Green, 10)) });

        Synthesize().Resource("aws_lb_listener_rule")["action"]![0]!["forward"]!["target_group"]!.AsArray()
            .Select(target => (target!["arn"]!.GetValue<string>(), target["weight"]!.GetValue<int>()))
            .Should().Equal((KnownTargetGroup.Blue.TargetGroupArn, 90), (KnownTargetGroup.Green.TargetGroupArn, 10));
    }

    [Fact]
    public void Hosts_and_paths_must_both_match()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Hosts = ["shop.example.com", "*.shop.example.com"], Paths = ["/api/*"] });

        Synthesize().Resource("aws_lb_listener_rule")["condition"]!.ToJsonString()
            .Should().Be("""[{"host_header":{"values":["shop.example.com","*.shop.example.com"]}},{"path_pattern":{"values":["/api/*"]}}]""");
    }

    [Fact]
    public void A_rule_can_redirect_for_now()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = new RedirectAction { Host = "new.example.com", Path = "/moved", StatusCode = 302 } });

        Synthesize().Resource("aws_lb_listener_rule")["action"]![0]!["redirect"]!.ToJsonString()
            .Should().Be("""{"host":"new.example.com","path":"/moved","status_code":"HTTP_302"}""");
    }

    [Fact]
    public void A_rule_can_answer_by_itself()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = new FixedResponseAction { StatusCode = 503, Body = "Back soon" } });

        Synthesize().Resource("aws_lb_listener_rule")["action"]![0]!["fixed_response"]!.ToJsonString()
            .Should().Be("""{"content_type":"text/plain","message_body":"Back soon","status_code":"503"}""");
    }

    [Fact]
    public void Fails_when_there_is_no_condition()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Hosts = [] });

        define.Should().Throw<ArgumentException>().WithMessage("'Hosts' must not be empty when there are no paths: a rule needs a condition");
    }

    [Fact]
    public void Fails_when_a_redirect_leads_to_itself()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = new RedirectAction() });

        define.Should().Throw<ArgumentException>().WithMessage("'RedirectAction' must change one of protocol, port, host and path");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50001)]
    public void Fails_when_the_priority_is_none(int priority)
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Priority = priority });

        define.Should().Throw<ArgumentException>().WithMessage($"'Priority' must be between 1 and 50000, got {priority}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Fails_when_a_weight_is_none(int weight)
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, weight)) });

        define.Should().Throw<ArgumentException>().WithMessage($"'Weight' must be between 0 and 999, got {weight}");
    }

    [Fact]
    public void Fails_when_a_forward_names_more_target_groups_than_elb_allows()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = Forward([.. Enumerable.Repeat((KnownTargetGroup.Blue, 1), 6)]) });

        define.Should().Throw<ArgumentException>().WithMessage("'TargetGroups' must have 1 to 5 entries, got 6");
    }

    private static ForwardAction Forward(params (KnownTargetGroup TargetGroup, int Weight)[] targets)
        => new() { TargetGroups = [.. targets.Select(target => new WeightedTargetGroup { TargetGroup = target.TargetGroup, Weight = target.Weight })] };
}
