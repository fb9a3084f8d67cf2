using FluentAssertions;
using Mooring.StandIns.ArgoCd;
using Xunit;
using static Mooring.StandIns.Tests.ArgoCd.PretendedArgoCd;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>Which Applications an ApplicationSet creates, and when it stops. Seen on Argo CD 3.4.7.</summary>
public class GenerationTests
{
    private static readonly (string, string) s_takesAnnotationsForGranted = (
        """{{ $value := "" }}{{ with index .metadata "annotations" }}{{ $value = index . "aws-lb-controller/cluster-name" }}{{ end }}{{ $value }}""",
        """{{ index .metadata.annotations "aws-lb-controller/cluster-name" }}"""
    );

    [Fact]
    public void Each_labelled_cluster_gets_its_application()
    {
        var argoCd = Together();
        argoCd.Register(new("blue"), new("green"), new("red") { Enabled = "false" });

        argoCd.Server.Wait(TimeSpan.FromSeconds(10));

        argoCd.Server.Applications.Select(application => application.Name).Should().Equal(Blue, Green);
        argoCd.Server.Applications.Should().OnlyContain(application => application.IsSynced);
        argoCd.Cluster("green").BindingUids.Keys.Should().Equal("ingress-nginx/web");
        argoCd.Cluster("red").Live.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{ key: environment, operator: Exists }", 0)]
    [InlineData("{ key: environment, operator: DoesNotExist }", 1)]
    [InlineData("{ key: aws-lb-controller/fleet, operator: In, values: [shop, other] }", 1)]
    [InlineData("{ key: aws-lb-controller/fleet, operator: NotIn, values: [shop] }", 0)]
    [InlineData("{ key: environment, operator: NotIn, values: [test] }", 1)]
    public void Expressions_select_as_labels_do(string expression, int applications)
    {
        const string expressions = "          matchExpressions:\n";
        var argoCd = Together((expressions, $"{expressions}            - {expression}\n"));
        argoCd.Register(new Registration("blue"));

        argoCd.Server.Settle();

        argoCd.Server.Applications.Should().HaveCount(applications);
    }

    [Fact]
    public void A_secret_that_cannot_be_rendered_stops_all_clusters_and_the_error_does_not_name_it()
    {
        var argoCd = Together(s_takesAnnotationsForGranted).Running("blue");

        argoCd.Register(new("bad") { HasAnnotations = false }, new("green"));
        argoCd.Change("blue", registration => registration with { Bindings = "[]" }, seconds: 60);

        argoCd.Server.Applications.Select(application => application.Name).Should().Equal([Blue], "green is not created");
        argoCd.Cluster("blue").BindingUids.Should().NotBeEmpty("and blue is not updated");
        argoCd.News.Should().ContainSingle().Which.Should().Contain("map has no entry for key \"annotations\"").And.NotContain("bad");
    }

    [Fact]
    public void With_the_reviewed_directory_a_bad_secret_stops_alone_and_is_named()
    {
        var argoCd = Together().Running("blue");

        argoCd.Register(new("bad") { HasAnnotations = false }, new("green"));
        argoCd.Server.Wait(TimeSpan.FromSeconds(30));

        argoCd.Server.Application(Green).IsSynced.Should().BeTrue();
        var bad = argoCd.Server.Application("aws-lb-controller-shop-bad");
        bad.Condition.Should().Contain("cluster shop-bad has no annotation aws-lb-controller/region. ");
        argoCd.Cluster("bad").Live.Should().BeEmpty("the chart fails before anything is applied");
    }

    [Fact]
    public void Without_its_project_no_application_is_created()
    {
        var argoCd = Together();
        argoCd.Server.Projects.Remove("default");
        argoCd.Register(new Registration("blue"));

        argoCd.Server.Settle();

        argoCd.Server.Applications.Should().BeEmpty();
        argoCd.Server.Errors["shop-aws-lb-controller"].Should().Be("application references project default which does not exist");
    }

    [Fact]
    public void A_project_limits_repositories_and_cluster_scoped_resources()
    {
        var argoCd = Together();
        argoCd.Register(new Registration("blue"));
        argoCd.Server.Projects["default"] = new("default", ["https://git.example.com/other.git"], ["*/*"]);
        argoCd.Server.Settle();
        argoCd
            .Server.Errors["shop-aws-lb-controller"]
            .Should()
            .Be("application repo https://git.example.com/platform/gitops.git is not permitted in project 'default'");

        argoCd.Server.Projects["default"] = new("default", ["*"], ["apiextensions.k8s.io/*"]);
        argoCd.Server.Settle();

        argoCd.Server.Application(Blue).Condition.Should().Be("resource rbac.authorization.k8s.io:ClusterRole is not permitted in project default");
    }

    [Fact]
    public void Two_secrets_of_one_name_cost_both_applications_where_the_destination_is_the_name()
    {
        var argoCd = Together([ByName, .. Cascade]).Running("blue");
        var uids = argoCd.Cluster("blue").BindingUids;

        argoCd.Register(new Registration("blue2") { Name = "shop-blue" });
        argoCd.Server.Reconcile();
        argoCd.Server.Reconcile();

        argoCd.Server.Applications.Should().BeEmpty();
        argoCd.Server.Errors["shop-aws-lb-controller"].Should().StartWith("application destination spec is invalid: there are 2 clusters with the same name: ");
        argoCd.Cluster("blue").BindingUids.Should().Equal(uids, "without a destination nothing is deleted");
    }

    [Fact]
    public void Where_the_destination_is_the_server_alone_the_other_cluster_of_the_name_is_emptied()
    {
        var argoCd = Together(Cascade).Running("blue");

        argoCd.Register(new Registration("blue2") { Name = "shop-blue" });
        for (var round = 0; round < 3; round++)
        {
            argoCd.Server.Reconcile();
        }

        argoCd.News.Should().Contain($"{Blue}: deletes its resources").And.Contain("shop-blue: deregisters the targets of ingress-nginx/web");
    }

    [Fact]
    public void Two_directories_with_application_sets_of_one_name_fight()
    {
        var argoCd = Together().Running("blue");
        argoCd.InstallBeside(("limit: 5", "limit: 3"));

        var settle = argoCd.Server.Settle;

        settle.Should().Throw<InvalidOperationException>().WithMessage("Argo CD does not come to rest: *shop-aws-lb-controller: changed*");
    }

    [Fact]
    public void Two_application_sets_do_not_share_an_application()
    {
        var argoCd = Together().Running("blue");
        argoCd.InstallBeside(("  name: shop-aws-lb-controller", "  name: other"));

        argoCd.Server.Settle();

        argoCd.Server.Application(Blue).Owner.Should().Be("shop-aws-lb-controller");
        argoCd.Server.Errors["other"].Should().Be($"Object argocd/{Blue} is already owned by another ApplicationSet controller shop-aws-lb-controller");
    }

    [Fact]
    public void A_patch_takes_no_finalizer_away_that_the_application_set_adds()
    {
        var argoCd = Together(("preserveResourcesOnDeletion: true", "preserveResourcesOnDeletion: false")).Running("blue");

        argoCd.Server.Application(Blue).Finalizers.Should().Equal([Application.ResourcesFinalizer], "a patch of finalizers is merged");
    }

    [Theory]
    [InlineData("preserveResourcesOnDeletion: true", "preserveResourcesOnDeletion: true\n    applicationsSync: create-only")]
    [InlineData("goTemplate: true", "goTemplate: false")]
    [InlineData("- PruneLast=true\n", "- PruneLast=true\n      revisionHistoryLimit: 3\n")]
    public void What_the_stand_in_does_not_know_is_an_error(string old, string @new)
    {
        var argoCd = Together((old, @new));
        argoCd.Register(new Registration("blue"));

        var settle = argoCd.Server.Settle;

        settle.Should().Throw<NotSupportedException>().WithMessage("the stand-in of Argo CD *");
    }
}
