using FluentAssertions;
using Xunit;
using static Mooring.StandIns.Tests.ArgoCd.PretendedArgoCd;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>What stays in a cluster, and what goes, when its Application goes. Seen on Argo CD 3.4.7.</summary>
public class RemovalTests
{
    private const string Deregisters = "shop-blue: deregisters the targets of ingress-nginx/web";

    [Fact]
    public void With_the_label_off_everything_stays_and_is_adopted_without_a_sync_when_it_is_on_again()
    {
        var argoCd = Together().Running("blue");
        var live = argoCd.Cluster("blue").Live;

        argoCd.Change("blue", registration => registration with { Enabled = "false" });
        argoCd.News.Should().Equal($"{Blue}: deleted, its resources stay");
        argoCd.Cluster("blue").Live.Should().Equal(live);
        argoCd.Change("blue", registration => registration with { Enabled = "true" }, seconds: 60);

        argoCd.News.Should().Equal($"{Blue}: created");
        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue();
        argoCd.Cluster("blue").Live.Should().Equal(live);
    }

    [Fact]
    public void A_secret_that_asks_for_it_is_cleaned_up_bindings_first_and_definitions_stay()
    {
        var argoCd = Together().Running("blue");
        argoCd.Change("blue", registration => registration with { OnRemoval = "delete" });
        argoCd.News.Should().Equal($"{Blue}: updated");

        argoCd.Change("blue", registration => registration with { Enabled = "false" });

        argoCd
            .News.Should()
            .StartWith([$"{Blue}: deletes its resources", Deregisters, "shop-blue: ServiceAccount aws-lb-controller/aws-lb-controller is gone"])
            .And.EndWith($"{Blue}: deleted");
        argoCd.Cluster("blue").Live.Should().OnlyContain(live => live.Resource.Kind == "CustomResourceDefinition").And.HaveCount(2);
    }

    [Fact]
    public void Asked_for_together_with_the_label_it_comes_too_late()
    {
        var argoCd = Together().Running("blue");

        argoCd.Change("blue", registration => registration with { OnRemoval = "delete", Enabled = "false" });

        argoCd.News.Should().Equal([$"{Blue}: deleted, its resources stay"], "nobody writes the finalizer any more");
    }

    [Fact]
    public void An_application_set_deletes_everything_with_the_label_by_default()
    {
        var argoCd = Together(Cascade).Running("blue");

        argoCd.Change("blue", registration => registration with { Enabled = "false" });

        argoCd.News.Should().StartWith([$"{Blue}: deletes its resources", Deregisters]);
        argoCd.Cluster("blue").BindingUids.Should().BeEmpty();
    }

    [Fact]
    public void With_the_secret_deleted_first_everything_stays_and_is_adopted_when_it_is_back()
    {
        var argoCd = Together(Cascade).Running("blue");
        var live = argoCd.Cluster("blue").Live;

        argoCd.Unregister("blue");
        argoCd.News.Should().Equal($"{Blue}: deleted, its resources stay");
        argoCd.Register(new Registration("blue"));
        argoCd.Server.Wait(TimeSpan.FromSeconds(60));

        argoCd.News.Should().Equal($"{Blue}: created");
        argoCd.Cluster("blue").Live.Should().Equal(live);
    }

    [Fact]
    public void In_one_application_the_controller_waits_for_its_bindings()
    {
        var argoCd = Together(Cascade).Running("blue");
        argoCd.Cluster("blue").PodsStart = false;

        argoCd.Change("blue", registration => registration with { Enabled = "false" }, seconds: 60);
        argoCd.Cluster("blue").Live.Should().Contain(live => live.Resource.Kind == "Deployment");

        argoCd.Cluster("blue").PodsStart = true;
        argoCd.Server.Settle();
        argoCd.Server.Applications.Should().BeEmpty();
    }

    [Fact]
    public void Of_two_applications_the_controller_can_go_first_and_the_bindings_hang()
    {
        var argoCd = Separate(Cascade).Running("blue");

        argoCd.Change("blue", registration => registration with { Enabled = "false" }, seconds: 600);

        argoCd.Server.Applications.Select(application => application.Name).Should().Equal("targetgroupbindings-shop-blue");
        argoCd.Cluster("blue").Live.Should().ContainSingle(live => live.IsTerminating);
        argoCd.Server.Events.All.Should().NotContain(Deregisters);
    }
}
