using FluentAssertions;
using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;
using Xunit;
using static Mooring.StandIns.Tests.ArgoCd.PretendedArgoCd;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>A sync keeps the sources that it began with. Seen on Argo CD 3.4.7.</summary>
public class RetryTests
{
    private static readonly string s_refused = $"[{Registration.Binding("web", targetType: "ip")}]";
    private static readonly string s_corrected = $"[{Registration.Binding("web", port: 8080)}]";

    [Theory]
    [InlineData("a correction")]
    [InlineData("no bindings")]
    [InlineData("a deletion")]
    [InlineData("a limit")]
    public void Under_an_endless_retry_nothing_arrives_any_more(string change)
    {
        var argoCd = Together(EndlessRetry).Running("blue");
        argoCd.Change("blue", registration => registration with { Bindings = s_refused, OnRemoval = "delete" }, seconds: 60);

        argoCd.Change(
            "blue",
            registration =>
                change switch
                {
                    "a correction" => registration with { Bindings = s_corrected },
                    "no bindings" => registration with { Bindings = "[]" },
                    "a deletion" => registration with { Enabled = "false" },
                    _ => registration,
                }
        );
        if (change == "a limit")
        {
            argoCd.Commit("gitops");
        }

        argoCd.Server.Wait(TimeSpan.FromHours(1));
        var sync = argoCd.Server.Application(Blue).Operation!;
        sync.Phase.Should().Be(SyncPhase.Running);
        sync.Retries.Should().BeGreaterThan(20);
        argoCd.Cluster("blue").BindingUids.Should().NotBeEmpty();
        argoCd.News.Should().NotContain(news => news.Contains("follows", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_finite_limit_a_correction_arrives_after_the_last_retry()
    {
        var argoCd = Together().Running("blue");
        argoCd.Change("blue", registration => registration with { Bindings = s_refused });

        argoCd.Change("blue", registration => registration with { Bindings = s_corrected }, seconds: 300);
        argoCd.Server.Application(Blue).IsSynced.Should().BeFalse("10, 20, 40, 80 and 160 seconds are not over");
        argoCd.Server.Wait(TimeSpan.FromSeconds(60));

        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue();
        argoCd.News.Should().Contain("shop-blue: follows ingress-nginx/web");
        argoCd.News.Should().BeEmpty();
    }

    [Fact]
    public void A_deletion_waits_for_the_retries()
    {
        var argoCd = Together().Running("blue");
        argoCd.Change("blue", registration => registration with { Bindings = s_refused, OnRemoval = "delete" });

        argoCd.Change("blue", registration => registration with { Enabled = "false" }, seconds: 300);
        argoCd.Cluster("blue").BindingUids.Should().NotBeEmpty();
        argoCd.Server.Wait(TimeSpan.FromSeconds(60));

        argoCd.Cluster("blue").BindingUids.Should().BeEmpty();
    }

    [Fact]
    public void Ending_the_sync_lets_a_correction_arrive_at_once()
    {
        var argoCd = Together(EndlessRetry).Running("blue");
        argoCd.Change("blue", registration => registration with { Bindings = s_refused });
        argoCd.Change("blue", registration => registration with { Bindings = s_corrected });

        argoCd.Server.Terminate(Blue);
        argoCd.Server.Settle();

        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue();
    }

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("a user", true)]
    [InlineData("a value", true)]
    [InlineData("a commit", true)]
    public void A_failed_sync_that_is_unchanged_is_never_tried_again_by_itself(string change, bool isTried)
    {
        var argoCd = Together().Running("blue");
        argoCd.Cluster("blue").Controller = new Refusing();
        argoCd.Change("blue", registration => registration with { Bindings = s_corrected }, seconds: 600);
        argoCd.Server.Application(Blue).Operation!.Phase.Should().Be(SyncPhase.Failed);
        argoCd.Cluster("blue").Controller = null;

        switch (change)
        {
            case "a user":
                argoCd.Server.Sync(Blue);
                break;
            case "a value":
                argoCd.Change("blue", registration => registration with { Bindings = $"[{Registration.Binding("web", port: 8081)}]" });
                break;
            case "a commit":
                argoCd.Commit("gitops");
                break;
        }

        argoCd.Server.Wait(TimeSpan.FromHours(1));
        argoCd.Server.Application(Blue).IsSynced.Should().Be(isTried);
        argoCd.Server.Application(Blue).Condition.Contains("will not retry", StringComparison.Ordinal).Should().Be(!isTried);
    }

    /// <summary>A controller whose webhook refuses every binding.</summary>
    private sealed class Refusing : IBindings
    {
        public void Apply(ManagedResource binding, ManagedResource? prior) => throw new RemoteException("denied");

        public bool Delete(ManagedResource binding) => true;
    }
}
