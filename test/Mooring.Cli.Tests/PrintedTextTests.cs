using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Spectre.Console.Testing;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The printed text of commands, and its stream.</summary>
public sealed class PrintedTextTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly PrintedText _printed = new();

    private string FleetFile => Path.Combine(_directory.Path, "fleet.yaml");

    private string Output => Path.Combine(_directory.Path, "cdktf.out");

    [Fact]
    public async Task A_synthesis_lists_its_stacks_and_sums_them_up()
    {
        File.WriteAllText(FleetFile, SmallFleet.Text);

        (await _printed.RunAsync(FleetFile, "--output", Output)).Should().Be(0);

        _printed.Error.Should().BeEmpty();
        var lines = _printed.Output.TrimEnd().Split('\n');
        lines[0].Should().MatchRegex($"^binding-blue +5 resources  {Output}/stacks/binding-blue/cdk.tf.json$");
        lines[^1].Should().MatchRegex(@"^\d stacks with \d+ resources in 0\.0 s$");
    }

    [Fact]
    public async Task Every_error_of_a_fleet_file_goes_to_the_error_stream()
    {
        File.WriteAllText(FleetFile, SmallFleet.Text.Replace("name: shop", "name: shop_").Replace("region: eu-west-1", "region: Ireland"));

        (await _printed.RunAsync(FleetFile, "--output", Output)).Should().Be(1);

        _printed.Output.Should().BeEmpty();
        _printed
            .Error.Should()
            .Contain("fleet.yaml(1,7): name must be")
            .And.Contain("fleet.yaml(3,9): region must be")
            .And.EndWith("\n2 errors; nothing was written\n");
        Directory.Exists(Output).Should().BeFalse();
    }

    [Fact]
    public async Task The_directory_for_git_needs_a_place_in_git()
    {
        File.WriteAllText(FleetFile, SmallFleet.Text);

        (await _printed.RunAsync("gitops", FleetFile, "--output", Output)).Should().Be(1);

        _printed.Error.Should().Be($"{FleetFile}: argoCd.gitOps is required: it defines where in Git the directory is (E004)\n1 error; nothing was written\n");
    }

    [Fact]
    public void A_log_gets_a_line_every_five_seconds()
    {
        using var progress = new SynthesisProgress(_printed.Console);
        progress.Begin(stacks: 4);

        progress.Show("cluster-blue");
        _printed.Clock.Advance(TimeSpan.FromSeconds(4.9));
        progress.Show("cluster-green");
        _printed.Clock.Advance(TimeSpan.FromSeconds(0.2));
        progress.Show("binding-blue");
        progress.Show("binding-green");

        _printed.Output.Should().Be("3 of 4 stacks: binding-blue\n");
    }

    [Fact]
    public void A_terminal_gets_a_line_that_the_next_one_replaces()
    {
        using var terminal = new TestConsole().EmitAnsiSequences();
        using var printed = new PrintedText(terminal);

        printed.Console.ShowStatus("cluster-blue");
        printed.Console.WriteLine("cluster-blue: 12 to add");

        terminal.Output.Should().Be("\r\e[Kcluster-blue …\r\e[K");
        printed.Output.Should().Be("cluster-blue: 12 to add\n");
    }

    [Fact]
    public void A_pipe_gets_no_status()
    {
        _printed.Console.ShowStatus("cluster-blue");
        _printed.Console.WriteError("failed");

        (_printed.Output, _printed.Error).Should().Be((string.Empty, "failed\n"));
    }

    public void Dispose()
    {
        _directory.Dispose();
        _printed.Dispose();
    }
}
