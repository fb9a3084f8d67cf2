using FluentAssertions;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>How a run shows how far it is.</summary>
public sealed class ProgressTests : ProgramTest
{
    private const char Escape = '\e';

    [FactWhereInstalled("script")]
    public void On_a_terminal_there_is_a_bar_with_the_stack_at_work_which_goes_again()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Variables["TERM"] = "xterm-256color";

        // `script` lends it a terminal, and hands on what it writes there.
        var run = Command.Run(Folder, Variables, "script", "--quiet", "--return", "--command", $"dotnet {Executable}", "/dev/null");

        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex("[1-9] of [1-9]: (load-balancer|cluster|registration|binding)-").And.Contain("\e[2K", "the bar is taken away");
        run.Output.TrimEnd().Should().MatchRegex(@"\d+ stacks with \d+ resources in [\d.]+ s$");
    }

    [Fact]
    public void Elsewhere_there_are_plain_lines_only()
    {
        Write("fleet.yaml", SmallFleet.Text);

        var run = Run();

        run.Output.Should().NotContain($"{Escape}");
        run.Error.Should().BeEmpty();
    }
}
