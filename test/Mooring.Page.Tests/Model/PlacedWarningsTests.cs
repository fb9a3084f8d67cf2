using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Page.Model;
using Xunit;

namespace Mooring.Page.Tests.Model;

/// <summary>Each warning is at the part that it is about.</summary>
public class PlacedWarningsTests
{
    [Theory]
    [InlineData("clusters.green.version", PartKind.Cluster, "green")]
    [InlineData("clusters.blue.bindings[1].networking.ingress[0].ports", PartKind.Service, "traefik/traefik-internal:80")]
    [InlineData("loadBalancers.public.listeners.https.rules[0].forward", PartKind.Rule, "shop")]
    [InlineData("loadBalancers.internal.listeners.http.defaultAction", PartKind.Rule, "default action")]
    public void A_warning_is_at_the_part_that_it_is_about(string path, PartKind kind, string title)
    {
        var view = PageView.Of([new("Now", PageFleets.Sample) { Warnings = [Warning(path)] }])[0];

        var warned = view.Parts.Where(part => part.Now.Warnings.Count > 0).Should().ContainSingle().Subject.Now;
        (warned.Key.Kind, warned.Title).Should().Be((kind, title));
    }

    [Fact]
    public void A_warning_of_a_load_balancer_is_in_its_row()
    {
        var rows = LoadBalancerRow.Of(new PageState("Now", PageFleets.Sample) { Warnings = [Warning("loadBalancers.public")] });

        rows.Select(row => (row.Name, row.Warnings.Count)).Should().Equal(("public", 1), ("internal", 0));
    }

    [Fact]
    public void A_name_that_begins_with_another_one_has_its_own_warnings() =>
        new PlacedWarnings([Warning("clusters.green-2.version")]).At("clusters.green").Should().BeEmpty();

    private static FleetWarning Warning(string path) => new("W003", new Fault("fleet.yaml", 1, 1, path, "is old"));
}
