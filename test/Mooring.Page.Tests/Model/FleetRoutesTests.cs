using FluentAssertions;
using Mooring.Fleet;
using Mooring.Page.Model;
using Xunit;

namespace Mooring.Page.Tests.Model;

/// <summary>The ways that requests take through a fleet, and the share of each.</summary>
public class FleetRoutesTests
{
    [Fact]
    public void A_host_is_divided_between_clusters_by_the_weights_of_its_rule() =>
        RoutesOf(PageFleets.Sample)
            .Where(route => TitleOf(route, PartKind.Request) == "shop.example.com")
            .Select(route => (TitleOf(route, PartKind.Cluster), route.Weight, route.Share, TitleOf(route, PartKind.Service)))
            .Should()
            .Equal(("blue", 90, 0.9, "traefik/traefik:80"), ("green", 10, 0.1, "traefik/traefik:80"));

    [Fact]
    public void What_a_load_balancer_answers_itself_ends_at_the_rule()
    {
        var answer = RoutesOf(PageFleets.Sample).Single(route => TitleOf(route, PartKind.Request) == "every other request to public:443");

        answer.Parts.Should().HaveCount(2);
        answer.Of(PartKind.Rule)!.Details.Should().Contain(new PartDetail("fixed response", "404 There is no such site."));
    }

    [Fact]
    public void A_cluster_without_a_binding_is_there_all_the_same() =>
        RoutesOf(PageFleets.Sample).Should().ContainSingle(route => route.Parts.Count == 1).Which.Parts[0].Title.Should().Be("root");

    [Fact]
    public void A_target_group_that_no_rule_forwards_to_has_no_share() =>
        RoutesOf(PageFleets.Everything)
            .Should()
            .ContainSingle(route => TitleOf(route, PartKind.TargetGroup) == "nlb-tls")
            .Which.Should()
            .BeEquivalentTo(new { Weight = (int?)null, Share = (double?)null });

    [Fact]
    public void Clusters_that_share_a_target_group_have_its_share_together()
    {
        var routes = RoutesOf(PageFleets.Everything).Where(route => TitleOf(route, PartKind.Request) == "members.example.com").ToList();

        routes
            .Select(route => (TitleOf(route, PartKind.Cluster), route.Share, string.Join(',', route.SharedWith)))
            .Should()
            .Equal(("blue", 1, "green"), ("green", 1, "blue"));
        routes.Should().AllSatisfy(route => route.ShareAt(PartKind.Cluster).Should().Be(0.5, "a drawing must show some thickness for each"));
    }

    [Fact]
    public void A_rule_for_hosts_and_paths_is_for_each_of_them()
    {
        var fleet = PageFleets.SampleWith("hosts: [shop.example.com]", "hosts: [shop.example.com, www.example.com]\n            paths: [/a, /b]");

        RoutesOf(fleet)
            .Where(route => TitleOf(route, PartKind.Rule) == "shop")
            .Select(route => TitleOf(route, PartKind.Request))
            .Distinct()
            .Should()
            .Equal("shop.example.com/a", "shop.example.com/b", "www.example.com/a", "www.example.com/b");
    }

    [Fact]
    public void Rules_are_in_the_order_in_which_they_are_tried() =>
        RoutesOf(PageFleets.SampleWith("priority: 30", "priority: 5"))
            .Where(route => route.Of(PartKind.Rule)?.Details.Contains(new PartDetail("listener", "public/https HTTPS:443")) == true)
            .Select(route => TitleOf(route, PartKind.Rule))
            .Distinct()
            .Should()
            .Equal("green", "shop", "blue", "default action");

    [Fact]
    public void A_cluster_says_who_installs_what_and_with_which_identity() =>
        PartsOf(PageFleets.Sample, "green")
            .Details.Should()
            .Equal(
                new PartDetail("controller", "3.5.0, chart 3.5.0"),
                new PartDetail("delivery", "argocd"),
                new PartDetail("identity", "irsa, scoped policy"),
                new PartDetail("Kubernetes", "1.36"),
                new PartDetail("Terraform", "creates it"),
                new PartDetail("Argo CD", "registered")
            );

    [Fact]
    public void A_controller_of_somebody_else_is_said_to_be() =>
        PartsOf(PageFleets.Everything, "guest")
            .Details.Should()
            .Contain([new PartDetail("controller", "3.5 of somebody else"), new PartDetail("identity", "role lodger-aws-lb-controller")]);

    [Fact]
    public void A_fleet_without_load_balancers_has_its_clusters()
    {
        var clusters = new Dictionary<string, ClusterSpec> { ["alone"] = new() };

        RoutesOf(PageFleets.Sample with { ArgoCd = null, LoadBalancers = new Dictionary<string, LoadBalancerSpec>(), Clusters = clusters })
            .Should()
            .ContainSingle()
            .Which.Parts.Should()
            .ContainSingle(part => part.Title == "alone");
    }

    private static IReadOnlyList<Route> RoutesOf(FleetSpec fleet) => FleetRoutes.Of(new PageState("Now", fleet));

    private static string? TitleOf(Route route, PartKind kind) => route.Of(kind)?.Title;

    private static Part PartsOf(FleetSpec fleet, string cluster) =>
        RoutesOf(fleet).Select(route => route.Of(PartKind.Cluster)).First(part => part?.Title == cluster)!;
}
