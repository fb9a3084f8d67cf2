using FluentAssertions;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The progress of a run.</summary>
public sealed class ProgressTests : ProgramTest
{
    private const char Escape = '\e';

    [FactWhereInstalled("script")]
    public void On_a_terminal_a_progress_bar_names_the_stack_and_disappears()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Variables["TERM"] = "xterm-256color";

        // `script` runs it in a terminal, and returns what it writes there.
        var run = Command.Run(Folder, Variables, "script", "--quiet", "--return", "--command", $"dotnet {Executable}", "/dev/null");

        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex("[1-9] of [1-9]: (load-balancer|cluster|registration|binding)-").And.Contain("\e[2K", "the bar is taken away");
        run.Output.TrimEnd().Should().MatchRegex(@"\d+ stacks with \d+ resources in [\d.]+ s$");
    }

    [Fact]
    public void Without_a_terminal_there_are_only_plain_lines()
    {
        Write("fleet.yaml", SmallFleet.Text);

        var run = Run();

        run.Output.Should().NotContain($"{Escape}");
        run.Error.Should().BeEmpty();
    }
}
