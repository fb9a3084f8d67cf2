using FluentAssertions;
using Mooring.Fleet;
using Mooring.Page.Model;
using Xunit;

namespace Mooring.Page.Tests.Model;

/// <summary>What a change adds, changes and removes.</summary>
public class PageViewTests
{
    private const string Green = """
                  - name: green
                    priority: 30
                    hosts: [green.shop.example.com]
        """;

    [Fact]
    public void A_fleet_alone_has_no_changes()
    {
        var view = ViewsOf(PageFleets.Sample).Should().ContainSingle().Subject;

        view.Parts.Should().OnlyContain(part => part.Mark == Mark.Unchanged);
        view.Before.Should().BeNull();
    }

    [Fact]
    public void A_changed_weight_changes_the_share_of_both_clusters()
    {
        var after = ViewsOf(PageFleets.Sample, PageFleets.SampleWith("weight: 90", "weight: 30"))[1];

        after
            .Routes.Where(route => route.Mark == Mark.Changed)
            .Select(route => (route.Now.Of(PartKind.Cluster)!.Title, route.Before!.Share, route.Now.Share))
            .Should()
            .Equal(("blue", 0.9, 0.75), ("green", 0.1, 0.25));
        after.Lines.Where(line => line.Mark == Mark.Changed).Should().HaveCount(2, "blue and green get all of other hosts, before and after");
    }

    [Fact]
    public void A_rule_that_is_removed_is_gone_and_still_shown()
    {
        var before = PageFleets.Sample;
        var after = ViewsOf(before, PageFleets.SampleWith(Green, Green.Replace("green", "mint", StringComparison.Ordinal)))[1];

        Marked(after).Should().Equal("Added mint.shop.example.com", "Added mint", "Gone green.shop.example.com", "Gone green");
    }

    [Fact]
    public void A_renamed_cluster_is_changed_and_not_gone()
    {
        var renamed = PageFleets
            .SampleText.Replace("blue", "azure", StringComparison.Ordinal)
            .Replace("  azure:\n", "  azure:\n    renamed: blue\n", StringComparison.Ordinal);
        var after = ViewsOf(PageFleets.Sample, Mooring.Fleet.Reading.FleetFile.Parse(renamed))[1];

        var cluster = after.Parts.Single(part => part.Now.Title == "azure" && part.Now.Key.Kind == PartKind.Cluster);
        cluster.Mark.Should().Be(Mark.Changed);
        PartChange.Of(cluster).Should().Equal(new PartChange("name", "blue", "azure"));
        after.Parts.Should().NotContain(part => part.Mark == Mark.Gone && part.Now.Key.Kind == PartKind.TargetGroup);
    }

    [Fact]
    public void A_cluster_that_changes_its_delivery_says_from_what_to_what()
    {
        var after = ViewsOf(PageFleets.Sample, PageFleets.SampleWith("delivery: argocd", "delivery: helm"))[1];

        PartChange
            .Of(after.Parts.Single(part => part.Now.Title == "green" && part.Now.Key.Kind == PartKind.Cluster))
            .Should()
            .Equal(new PartChange("delivery", "argocd", "helm"));
    }

    [Fact]
    public void A_load_balancer_that_anybody_can_reach_from_now_on_is_changed()
    {
        var after = ViewsOf(PageFleets.Sample, PageFleets.SampleWith("scheme: internal\n", "scheme: internet-facing\n"))[1];

        after.LoadBalancers.Select(row => (row.Now.Name, row.Mark)).Should().Equal(("public", Mark.Unchanged), ("internal", Mark.Changed));
    }

    [Fact]
    public void Each_step_is_compared_with_the_one_before_it_and_the_last_also_with_the_first()
    {
        var (half, all) = (PageFleets.SampleWith("weight: 90", "weight: 10"), PageFleets.SampleWith("weight: 90", "weight: 0"));
        var views = PageView.Of([new("Before", PageFleets.Sample), new("Half to green", half), new("After", all)]);

        views
            .Select(view => (view.Title, view.Before?.Title))
            .Should()
            .Equal(("Before", null), ("Half to green", "Before"), ("After", "Half to green"), ("The whole change", "Before"));
        ShareOfBlue(views[2]).Should().Be((0.5, 0));
        ShareOfBlue(views[3]).Should().Be((0.9, 0));
    }

    private static (double?, double?) ShareOfBlue(PageView view)
    {
        var route = view.Routes.Single(route => route.Now.Of(PartKind.Request)?.Title == "shop.example.com" && route.Now.Of(PartKind.Cluster)?.Title == "blue");
        return (route.Before!.Share, route.Now.Share);
    }

    private static IReadOnlyList<PageView> ViewsOf(params FleetSpec[] fleets) =>
        PageView.Of([.. fleets.Select((fleet, index) => new PageState($"{index}", fleet))]);

    private static IEnumerable<string> Marked(PageView view) =>
        view.Parts.Where(part => part.Mark != Mark.Unchanged).Select(part => $"{part.Mark} {part.Now.Title}");
}
