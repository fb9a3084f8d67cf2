using FluentAssertions;
using Mooring.LoadBalancing;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ListenerTests : ConstructTest
{
    private const string Certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    private static ListenerProps Minimal => new()
    {
        LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188",
        Port = 80,
        Protocol = ListenerProtocol.Http,
        DefaultAction = new FixedResponseAction { StatusCode = 404 },
    };

    [Fact]
    public void A_listener_needs_a_port_a_protocol_and_a_default_action()
    {
        _ = new Listener(Stack, "Listener", Minimal);

        VerifySnapshot("LoadBalancing/Listener.Minimal");
    }

    [Fact]
    public void Https_has_a_certificate_and_the_tls_policy_that_aws_recommends()
    {
        _ = new Listener(Stack, "Listener", Minimal with { Port = 443, Protocol = ListenerProtocol.Https, CertificateArn = Certificate });

        var listener = Synthesize().Resource("aws_lb_listener");
        listener["certificate_arn"]!.GetValue<string>().Should().Be(Certificate);
        listener["ssl_policy"]!.GetValue<string>().Should().Be("ELBSecurityPolicy-TLS13-1-2-2021-06");
    }

    [Fact]
    public void Http_can_send_every_client_to_https()
    {
        _ = new Listener(Stack, "Listener", Minimal with { DefaultAction = new RedirectAction { Protocol = ListenerProtocol.Https, Port = 443 } });

        var action = Synthesize().Resource("aws_lb_listener")["default_action"]![0]!;
        action["type"]!.GetValue<string>().Should().Be("redirect");
        action["redirect"]!.ToJsonString().Should().Be("""{"port":"443","protocol":"HTTPS","status_code":"HTTP_301"}""");
    }

    [Fact]
    public void By_default_it_can_forward()
    {
        _ = new Listener(Stack, "Listener", Minimal with { DefaultAction = new ForwardAction { TargetGroups = [new() { TargetGroup = KnownTargetGroup.Blue }] } });

        var action = Synthesize().Resource("aws_lb_listener")["default_action"]![0]!;
        action["type"]!.GetValue<string>().Should().Be("forward");
        action["forward"]!["target_group"]!.ToJsonString().Should().Be($$"""[{"arn":"{{KnownTargetGroup.Blue.TargetGroupArn}}","weight":1}]""");
    }

    [Fact]
    public void Fails_when_https_has_no_certificate()
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { Protocol = ListenerProtocol.Https });

        define.Should().Throw<ArgumentException>().WithMessage("'CertificateArn' is required for protocol HTTPS");
    }

    [Fact]
    public void Fails_when_http_has_a_certificate()
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { CertificateArn = Certificate });

        define.Should().Throw<ArgumentException>().WithMessage($"'CertificateArn' must be left out for protocol HTTP, got '{Certificate}'");
    }

    [Theory]
    [InlineData(199)]
    [InlineData(302)]
    [InlineData(600)]
    public void Fails_when_a_fixed_response_has_a_status_of_another_kind(int status)
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { DefaultAction = new FixedResponseAction { StatusCode = status } });

        define.Should().Throw<ArgumentException>().WithMessage($"'StatusCode' must be a status of 2xx, 4xx or 5xx, got {status}");
    }

    [Fact]
    public void Fails_when_a_fixed_response_is_longer_than_elb_allows()
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { DefaultAction = new FixedResponseAction { StatusCode = 404, Body = new string('a', 1025) } });

        define.Should().Throw<ArgumentException>().WithMessage("'Body' must have at most 1024 characters, got 1025");
    }
}
