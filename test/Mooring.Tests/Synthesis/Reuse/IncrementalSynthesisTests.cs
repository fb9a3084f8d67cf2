using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using Mooring.Tests.Stacks.Everything;
using Xunit;

namespace Mooring.Tests.Synthesis.Reuse;

/// <summary>
/// A chain of changes to the fleet that uses everything, each synthesized over the output of the one before: as if every one had been
/// synthesized from nothing.
/// </summary>
[Collection(nameof(EverythingFleet))]
public sealed class IncrementalSynthesisTests(EverythingFleet everything) : IDisposable
{
    private readonly TemporaryDirectory _incremental = new();
    private FleetDocument _document = FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything.yaml");

    public void Dispose() => _incremental.Dispose();

    [Fact]
    public void Change_by_change_the_output_is_that_of_a_fresh_run()
    {
        FleetSynthesis.Synthesize(everything.Fleet, _incremental.Path);

        Change("clusters.blue.version", "1.34").Should().BeEquivalentTo("cluster-blue");
        Change("loadBalancers.public.listeners.https.rules.0.forward.targetGroups.0.weight", 80).Should().BeEquivalentTo("load-balancer-public");
        // Its name changes, and so what three stacks look up.
        Change("clusters.green.bindings.3.targetGroup.port", 9443).Should().BeEquivalentTo("load-balancer-public", "cluster-green", "registration-green");
        // Two clusters share it.
        Change("loadBalancers.public.targetGroups.web.port", 8081)
            .Should()
            .BeEquivalentTo("load-balancer-public", "cluster-blue", "cluster-green", "registration-blue", "registration-green", "binding-blue");
        Change(
                "clusters.blue.bindings.2.loadBalancer",
                "ipv6",
                ("loadBalancers.theirs.listeners.https.rules.0.forward.targetGroups.0", new JsonObject { ["cluster"] = "root" })
            )
            .Should()
            .BeEquivalentTo("load-balancer-six", "load-balancer-theirs", "cluster-blue", "registration-blue", "binding-blue");
        Change("argoCd.namespace", "argocd")
            .Should()
            .BeEquivalentTo(
                "cluster-root",
                "cluster-blue",
                "cluster-green",
                "cluster-lodger",
                "cluster-auto",
                "cluster-nodes",
                "registration-root",
                "registration-blue",
                "registration-green",
                "registration-lodger",
                "registration-auto",
                "registration-nodes"
            );
        Change("environment", "staging").Should().HaveCount(everything.Stacks.Count);
    }

    /// <summary>Changes values, synthesizes over the last output and into an empty directory, and holds the two against each other.</summary>
    /// <returns>The stacks that were synthesized.</returns>
    private IEnumerable<string> Change(string path, JsonNode value, params (string Path, JsonNode Value)[] more)
    {
        foreach (var (each, changed) in more.Prepend((path, value)))
        {
            _document = new FleetDocument((JsonObject)JsonNode.Parse(_document.With(_document.Places(each).Single(), changed).Text)!);
        }

        var fleet = FleetFile.Parse(_document.Text);
        using var fresh = new TemporaryDirectory();
        FleetSynthesis.Synthesize(fleet, fresh.Path);

        var synthesized = FleetSynthesis.Synthesize(fleet, _incremental.Path);

        SynthesizedFiles.In(_incremental.Path).Should().BeEquivalentTo(SynthesizedFiles.In(fresh.Path), "'{0}' was changed", path);
        return synthesized.Stacks.Where(stack => !stack.IsReused).Select(stack => stack.Name);
    }
}
