using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Real Terraform deploys whole fleets and destroys them.</summary>
public sealed class FleetRehearsalTests
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("fleet.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/everything.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/everything-else.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/workspaces.yaml")]
    [InlineData("docs/examples/locations/fleet.yaml")]
    [InlineData("docs/examples/locations/guest.yaml")]
    [InlineData("docs/examples/hub/production.yaml")]
    [InlineData("docs/examples/hub/test.yaml")]
    public async Task Every_stack_is_applied_in_order_then_has_no_changes_and_can_be_destroyed(string file)
    {
        var fleet = FleetFile.Read(Repository.PathOf(file.Split('/')));
        await using var session = await RehearsalSession.StartAsync(fleet);
        var stacks = await session.SynthesizeAsync(fleet);
        var before = session.Account.Objects;
        var adopted = before.Where(each => fleet.Adopts(each.Id)).ToArray();

        var rehearsals = new List<StackRehearsal>();

        foreach (var stack in stacks)
        {
            var rehearsal = await FleetRehearsal.ApplyAsync(stack);
            rehearsals.Add(rehearsal);

            (rehearsal.Plan.ToCreate + rehearsal.Plan.ToImport).Should().Be(Count(stack, "resource"), stack.Name);
            rehearsal.Reads.Should().Be(Reads(stack), $"a plan of {stack.Name} reads each of them once");
        }

        BoundTargets.Require(session.Account, fleet);
        foreach (var cluster in ClusterRehearsal.Of(fleet, rehearsals))
        {
            var name = fleet.Clusters[cluster.Cluster].Renamed ?? cluster.Cluster;
            string[] own = [$"cluster-{name}", $"registration-{name}", $"binding-{name}"];
            cluster.Reads.Should().Be(stacks.Where(stack => own.Contains(stack.Name)).Sum(Reads), cluster.Cluster);
        }

        foreach (var stack in stacks.Reverse())
        {
            var destruction = await FleetRehearsal.DestroyAsync(stack);

            destruction.Plan.ToDestroy.Should().Be(Count(stack, "resource"), stack.Name);
            destruction.WasRefused.Should().Be(fleet.Protects(stack.Name), stack.Name);
        }

        session
            .Account.Objects.Select(each => each.Id)
            .Should()
            .BeEquivalentTo(before.Except(adopted).Select(each => each.Id), "only what was there before is still there");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_stack_comes_after_its_dependencies()
    {
        var fleet = FleetFile.Read(Repository.PathOf("fleet.yaml"));
        await using var session = await RehearsalSession.StartAsync(fleet);

        var stacks = await session.SynthesizeAsync(fleet);

        stacks
            .Select(stack => stack.Name)
            .Should()
            .Equal(
                "cluster-root",
                "load-balancer-internal",
                "load-balancer-public",
                "cluster-blue",
                "cluster-green",
                "binding-blue",
                "registration-blue",
                "registration-green"
            );
    }

    /// <summary>Resources and data sources, except the values that Terraform itself keeps in the state.</summary>
    private static int Reads(RehearsedStack stack) => Count(stack, "resource", type => type != "terraform_data") + Count(stack, "data");

    private static int Count(RehearsedStack stack, string section, Func<string, bool>? which = null) =>
        JsonNode
            .Parse(File.ReadAllText(stack.File))![section]
            ?.AsObject()
            .Where(type => which?.Invoke(type.Key) ?? true)
            .Sum(type => type.Value!.AsObject().Count)
        ?? 0;
}

file static class FleetFacts
{
    public static bool Adopts(this FleetSpec fleet, string id) =>
        fleet.LoadBalancers.Values.Any(loadBalancer =>
            loadBalancer.Adopt == id
            || loadBalancer.TargetGroups.Values.Any(group => group.Adopt == id)
            || loadBalancer.Listeners.Values.Any(listener => listener.Adopt == id || listener.Rules.Any(rule => rule.Adopt == id))
        ) || fleet.Clusters.Any(cluster => cluster.Value.AddOns.Any(addOn => addOn.Value.Adopt && id == $"{cluster.Key}:{addOn.Key}"));

    public static bool Protects(this FleetSpec fleet, string stack) =>
        fleet.LoadBalancers.Any(loadBalancer =>
            stack == $"load-balancer-{loadBalancer.Value.Renamed ?? loadBalancer.Key}"
            && loadBalancer.Value is { Existing: null } and ({ PreventDestroy: true } or { DeletionProtection: true })
        );
}
