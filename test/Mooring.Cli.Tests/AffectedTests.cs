using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary><c>affected</c> prints which stacks a change touches, for the loops of pipelines.</summary>
public sealed class AffectedTests : IDisposable
{
    private const string Green =
        "\n  green: { existing: true, delivery: helm, bindings: [{ loadBalancer: public, service: { namespace: a, name: b, port: 80 } }] }\n";

    private readonly TemporaryDirectory _directory = new();
    private readonly PrintedText _printed = new();

    public void Dispose()
    {
        _printed.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task It_prints_the_stacks_to_apply_and_notes_the_others()
    {
        var (fleet, deployed) = (Write("fleet.yaml", SmallFleet.Text), Write("deployed.yaml", SmallFleet.Text + Green));

        (await _printed.RunAsync("affected", fleet, "--from", deployed)).Should().Be(0);

        _printed.Output.Should().Be("load-balancer-public\n");
        _printed
            .Error.Should()
            .Be("note: the fleet no longer has registration-green, binding-green, cluster-green: 'affected --removed' prints what is to be destroyed\n");
        Directory.GetFileSystemEntries(_directory.Path).Should().HaveCount(2, "it writes nothing");
    }

    [Fact]
    public async Task It_prints_the_stacks_to_destroy()
    {
        var (fleet, deployed) = (Write("fleet.yaml", SmallFleet.Text), Write("deployed.yaml", SmallFleet.Text + Green));

        (await _printed.RunAsync("affected", fleet, "--from", deployed, "--removed")).Should().Be(0);

        _printed.Output.Should().Be("registration-green\nbinding-green\ncluster-green\n");
        _printed.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task A_load_balancer_is_destroyed_after_the_cluster_let_go_of_it_and_a_cluster_before_its_load_balancer_changes()
    {
        const string spare = "  spare: { existing: spare, listeners: { http: { port: 80 } } }\n";
        const string bound = "      - { loadBalancer: spare, service: { namespace: a, name: b, port: 80 } }\n";
        var deployed = Write(
            "deployed.yaml",
            SmallFleet.TextWith("loadBalancers:\n", $"loadBalancers:\n{spare}").Replace("    bindings:\n", $"    bindings:\n{bound}", StringComparison.Ordinal)
                + Green
        );
        var fleet = Write("fleet.yaml", SmallFleet.Text);

        (await _printed.RunAsync("affected", fleet, "--from", deployed, "--removed-before")).Should().Be(0);
        _printed.Output.Should().Be("registration-green\nbinding-green\ncluster-green\n");

        (await _printed.RunAsync("affected", fleet, "--from", deployed, "--removed-after")).Should().Be(0);
        _printed.Output.Should().EndWith("cluster-green\nload-balancer-spare\n");
    }

    [Fact]
    public async Task Json_says_what_changes()
    {
        var (fleet, deployed) = (Write("fleet.yaml", SmallFleet.Text + Green), Write("deployed.yaml", SmallFleet.Text));

        (await _printed.RunAsync("affected", fleet, "--from", deployed, "--json")).Should().Be(0);

        var stacks = JsonNode.Parse(_printed.Output)!["stacks"]!.AsArray();
        stacks.Select(stack => $"{stack!["name"]} {stack["change"]}").Should().StartWith(["load-balancer-public Changed", "cluster-green Added"]);
        stacks[1]!
            .ToJsonString()
            .Should()
            .Be("""{"name":"cluster-green","change":"Added","kind":"cluster","subject":"green","dependencies":["load-balancer-public","cluster-root"]}""");
    }

    [Fact]
    public async Task Where_nothing_changed_it_prints_nothing()
    {
        var fleet = Write("fleet.yaml", SmallFleet.Text);
        var output = Path.Combine(_directory.Path, "cdktf.out");
        (await _printed.RunAsync(fleet, "--output", output)).Should().Be(0);

        using var again = new PrintedText();
        (await again.RunAsync("affected", fleet, "--output", output)).Should().Be(0);

        (again.Output + again.Error).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_an_output_it_is_an_error()
    {
        (await _printed.RunAsync("affected", Write("fleet.yaml", SmallFleet.Text), "--output", _directory.Path)).Should().Be(1);

        _printed.Error.Should().EndWith("failed (E106); nothing was compared\n");
        _printed.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Options_that_do_not_fit_are_refused()
    {
        var fleet = Write("fleet.yaml", SmallFleet.Text);

        (await _printed.RunAsync("affected", fleet, fleet, "--from", fleet, "--json", "--removed")).Should().Be(1);

        _printed
            .Error.Should()
            .Be(
                "--json cannot be given with --removed: each prints other stacks, and --json all of them (E101)\n"
                    + "--from cannot be given with several fleets: it is one fleet as it was before (E101)\n"
            );
    }

    private string Write(string file, string text)
    {
        var path = Path.Combine(_directory.Path, file);
        File.WriteAllText(path, text);
        return path;
    }
}
