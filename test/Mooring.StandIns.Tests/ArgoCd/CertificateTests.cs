using FluentAssertions;
using Xunit;
using static Mooring.StandIns.Tests.ArgoCd.PretendedArgoCd;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>The certificate of the controller's webhooks, which its chart makes anew in each rendering. Seen on Argo CD 3.4.7.</summary>
public class CertificateTests
{
    private const string Untrusted = "x509: certificate signed by unknown authority";

    private static readonly (string, string) s_own = ("webhookConfig:", "webhookTLS: { caCert: own, cert: own, key: own }\n              webhookConfig:");

    [Fact]
    public void Another_certificate_alone_is_no_difference()
    {
        var argoCd = Together().Running("blue");

        argoCd.Server.HardRefresh();
        argoCd.Server.Wait(TimeSpan.FromSeconds(60));

        argoCd.News.Should().BeEmpty();
        argoCd.Cluster("blue").WebhookError.Should().BeNull();
    }

    [Fact]
    public void A_sync_for_another_reason_brings_it_and_bindings_are_refused_for_a_minute()
    {
        var argoCd = Together().Running("blue");

        argoCd.Change("blue", registration => registration with { RoleArn = "arn:other", Bindings = $"[{Registration.Binding("web", port: 8080)}]" });
        argoCd.News[^1].Should().Contain("tries again").And.Contain(Untrusted);
        argoCd.Server.Wait(TimeSpan.FromSeconds(90));

        argoCd.News.TakeLast(2).Should().Equal("shop-blue: follows ingress-nginx/web", $"{Blue}: synced");
    }

    [Fact]
    public void With_a_certificate_in_the_values_there_is_no_gap()
    {
        var argoCd = Together(s_own).Running("blue");

        argoCd.Server.HardRefresh();
        argoCd.Change("blue", registration => registration with { RoleArn = "arn:other", Bindings = $"[{Registration.Binding("web", port: 8080)}]" });

        argoCd.News.Should().Equal($"{Blue}: updated", "shop-blue: follows ingress-nginx/web", $"{Blue}: synced");
    }

    [Fact]
    public void Keeping_the_secret_does_nothing_where_the_chart_cannot_look_it_up()
    {
        var argoCd = Together(("webhookConfig:", "keepTLSSecret: true\n              webhookConfig:")).Running("blue");

        argoCd.Change("blue", registration => registration with { RoleArn = "arn:other" });

        argoCd.Cluster("blue").WebhookError.Should().Contain(Untrusted);
    }

    [Fact]
    public void Respected_the_authority_of_a_new_webhook_is_empty()
    {
        var argoCd = Together(Respect);
        argoCd.Register(new Registration("blue") { ChartVersion = "1.9.2" });
        argoCd.Server.Wait(TimeSpan.FromSeconds(30));

        argoCd.Change("blue", registration => registration with { ChartVersion = "3.5.0" }, seconds: 120);

        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue("Argo CD sees no difference");
        argoCd.Cluster("blue").WebhookError.Should().Contain(Untrusted);
    }

    [Fact]
    public void Respected_a_webhook_that_disappears_fails_the_sync()
    {
        var argoCd = Together(Respect).Running("blue");

        argoCd.Change("blue", registration => registration with { ChartVersion = "1.9.2" });

        argoCd.News[^1].Should().Contain("tries again").And.Contain("webhooks.name: Required value");
    }

    [Fact]
    public void Not_respected_webhooks_come_with_their_authority()
    {
        var argoCd = Together();
        argoCd.Register(new Registration("blue") { ChartVersion = "1.9.2" });
        argoCd.Server.Wait(TimeSpan.FromSeconds(30));

        argoCd.Change("blue", registration => registration with { ChartVersion = "3.5.0" }, seconds: 120);

        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue();
        argoCd.Cluster("blue").WebhookError.Should().BeNull();
    }
}
