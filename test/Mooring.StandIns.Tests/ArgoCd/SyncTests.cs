using FluentAssertions;
using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Clusters;
using Xunit;
using static Mooring.StandIns.Tests.ArgoCd.PretendedArgoCd;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>The order of a sync, and what it waits for. Seen on Argo CD 3.4.7.</summary>
public class SyncTests
{
    private const string Waits = $"{Blue}: waits for Deployment aws-lb-controller/aws-lb-controller";
    private const string Registers = "shop-blue: registers the targets of ingress-nginx/web";
    private const string Deregisters = "shop-blue: deregisters the targets of ingress-nginx/web";

    [Fact]
    public void In_a_fresh_cluster_the_bindings_wait_for_the_controller_and_nothing_is_tried_again()
    {
        var argoCd = Together();
        argoCd.Register(new Registration("blue"));

        argoCd.Server.Wait(TimeSpan.FromSeconds(10));

        string[] sets = ["shop-aws-lb-controller: created", "shop-targetgroupbindings: created"];
        argoCd.News.Should().Equal([.. sets, $"{Blue}: created", Waits, Registers, $"{Blue}: synced"]);
    }

    [Fact]
    public void Bindings_of_their_own_application_fail_until_the_controller_runs()
    {
        var argoCd = Separate();
        argoCd.Register(new Registration("blue"));

        argoCd.Server.Wait(TimeSpan.FromSeconds(15));

        argoCd
            .News.Where(news => news.StartsWith("targetgroupbindings-shop-blue", StringComparison.Ordinal))
            .Should()
            .SatisfyRespectively(
                created => created.Should().EndWith(": created"),
                refused => refused.Should().Contain("tries again").And.Contain("no endpoints available for service"),
                synced => synced.Should().EndWith(": synced")
            );
        argoCd.Cluster("blue").BindingUids.Should().ContainSingle();
    }

    [Fact]
    public void Without_the_definition_a_sync_needs_the_option_that_skips_the_dry_run()
    {
        var argoCd = Separate(("          - SkipDryRunOnMissingResource=true\n", ""));
        argoCd.Server.Projects["default"] = new("default", ["https://git.example.com/platform/gitops.git"], ["*/*"]);
        argoCd.Register(new Registration("blue"));

        argoCd.Server.Settle();

        argoCd.News.Should().Contain(news => news.Contains("not valid: no matches for kind \"TargetGroupBinding\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_controller_that_never_becomes_ready_holds_the_sync()
    {
        var argoCd = Together();
        argoCd.Register(new Registration("blue"));
        argoCd.Cluster("blue").PodsStart = false;

        argoCd.Server.Wait(TimeSpan.FromMinutes(10));

        argoCd.Server.Application(Blue).Operation!.Phase.Should().Be(SyncPhase.Running);
        argoCd.News.Should().EndWith(Waits);

        argoCd.Server.Terminate(Blue);
        argoCd.Cluster("blue").PodsStart = true;
        argoCd.Server.Sync(Blue);
        argoCd.Server.Settle();
        argoCd.News.Should().Equal($"{Blue}: failed: operation is terminated", Registers, $"{Blue}: synced");
    }

    [Fact]
    public void A_timeout_of_syncs_ends_one_that_waits()
    {
        var argoCd = Together();
        argoCd.Server.SyncTimeout = TimeSpan.FromMinutes(5);
        argoCd.Register(new Registration("blue"));
        argoCd.Cluster("blue").PodsStart = false;

        argoCd.Server.Wait(TimeSpan.FromMinutes(6));

        argoCd.Server.Application(Blue).Operation!.Phase.Should().Be(SyncPhase.Failed);
    }

    [Fact]
    public void After_a_change_to_an_older_controller_a_definition_holds_the_sync_until_it_is_deleted()
    {
        var argoCd = Together().Running("blue");

        argoCd.Change("blue", registration => registration with { ChartVersion = "1.9.2" }, seconds: 60);
        argoCd.News[^1].Should().Be($"{Blue}: waits for CustomResourceDefinition ingressclassparams.elbv2.k8s.aws");

        argoCd.Cluster("blue").Delete("CustomResourceDefinition ingressclassparams.elbv2.k8s.aws");
        argoCd.Server.Terminate(Blue);
        argoCd.Server.Sync(Blue);
        argoCd.Server.Wait(TimeSpan.FromMinutes(2));

        argoCd.Server.Application(Blue).IsSynced.Should().BeTrue();
    }

    [Fact]
    public void What_the_sources_no_longer_have_goes_last()
    {
        var argoCd = Together().Running("blue");

        argoCd.Change("blue", registration => registration with { Bindings = $"[{Registration.Binding("api")}]" }, seconds: 30);

        argoCd
            .News.Should()
            .Equal(
                $"{Blue}: updated",
                "shop-blue: registers the targets of ingress-nginx/api",
                $"{Blue}: prunes TargetGroupBinding ingress-nginx/web",
                Deregisters,
                $"{Blue}: synced"
            );
    }

    [Fact]
    public void Without_that_option_it_goes_first()
    {
        var argoCd = Together(("          - PruneLast=true\n", "")).Running("blue");

        argoCd.Change("blue", registration => registration with { Bindings = $"[{Registration.Binding("api")}]" }, seconds: 30);

        argoCd.News.Should().ContainInOrder(Deregisters, "shop-blue: registers the targets of ingress-nginx/api");
    }

    [Fact]
    public void The_last_resource_stays_unless_an_application_may_be_empty()
    {
        var argoCd = Separate(("          allowEmpty: true\n", "")).Running("blue");

        argoCd.Change("blue", registration => registration with { Bindings = "[]" }, seconds: 30);

        argoCd.Cluster("blue").BindingUids.Should().NotBeEmpty();
        argoCd.Server.Application("targetgroupbindings-shop-blue").Condition.Should().Contain("auto-sync will wipe out all resources");
        var allowing = Separate().Running("blue");
        allowing.Change("blue", registration => registration with { Bindings = "[]" }, seconds: 30);
        allowing.Cluster("blue").BindingUids.Should().BeEmpty();
    }

    [Fact]
    public void A_binding_that_is_changed_in_the_cluster_is_corrected()
    {
        var argoCd = Together().Running("blue");
        argoCd.Cluster("blue").Delete("TargetGroupBinding ingress-nginx/web");

        argoCd.Server.Settle();

        argoCd.News.Should().Equal(Deregisters, Registers, $"{Blue}: synced");
    }

    [Fact]
    public void What_is_being_deleted_is_progressing()
    {
        var argoCd = Together().Running("blue");
        argoCd.Cluster("blue").PodsStart = false;

        argoCd.Cluster("blue").Delete("TargetGroupBinding ingress-nginx/web");

        argoCd.Cluster("blue").HealthOf("TargetGroupBinding ingress-nginx/web").Should().Be(Health.Progressing);
    }

    [Fact]
    public void The_version_of_the_chart_can_differ_between_clusters()
    {
        var argoCd = Together();
        argoCd.Register(new("blue"), new("green") { ChartVersion = "1.9.2" });

        argoCd.Server.Wait(TimeSpan.FromSeconds(10));

        argoCd.Server.Applications.Select(application => application.Spec.Sources[1].Revision).Should().Equal("3.5.0", "1.9.2");
        argoCd.Server.Applications.Should().OnlyContain(application => application.IsSynced);
    }

    [Theory]
    [InlineData(
        "aws-lb-controller,ingress-nginx",
        false,
        "Cluster level CustomResourceDefinition \"targetgroupbindings.elbv2.k8s.aws\" can not be managed when in namespaced mode"
    )]
    [InlineData("aws-lb-controller", true, "Namespace \"ingress-nginx\" for TargetGroupBinding \"web\" is not managed")]
    [InlineData("ingress-nginx", true, "Namespace \"aws-lb-controller\" for ServiceAccount \"aws-lb-controller\" is not managed")]
    [InlineData("aws-lb-controller,ingress-nginx", true, "")]
    public void Confined_to_namespaces_argo_cd_needs_all_of_them_and_cluster_resources(string namespaces, bool clusterResources, string condition)
    {
        var argoCd = Together();
        argoCd.Register(new Registration("blue") { Namespaces = namespaces, ClusterResources = clusterResources });

        argoCd.Server.Wait(TimeSpan.FromSeconds(10));

        argoCd.Server.Application(Blue).Condition.Should().Be(condition);
        argoCd.Cluster("blue").BindingUids.Should().HaveCount(condition.Length == 0 ? 1 : 0);
    }
}
