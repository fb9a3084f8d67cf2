using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>On a terminal, the user is asked once, before the first change.</summary>
public sealed class TerminalTests : LivingShop
{
    private const string Question = "shift public/http/shop to green=50? [y/N] ";

    [FactOnATerminal]
    public void Nothing_is_changed_where_the_answer_is_no()
    {
        var run = Answer("n", string.Empty);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain(Question).And.Contain("nothing was changed");
        ShouldHaveChangedNothing();
    }

    [FactOnATerminal]
    public void The_weights_are_shifted_where_the_answer_is_yes()
    {
        var run = Answer("y", string.Empty);

        run.ExitCode.Should().Be(0);
        run.Output.Split(Question).Should().HaveCount(2, "it asks once");
        History.Should().Equal((75, 25), (50, 50));
    }

    [FactOnATerminal]
    public void A_dry_run_asks_nothing()
    {
        var run = Answer("y", "--dry-run");

        run.ExitCode.Should().Be(0);
        run.Output.Should().NotContain(Question).And.Contain("a dry run: nothing was changed; --yes shifts");
        ShouldHaveChangedNothing();
    }

    private Command Answer(string answer, string option)
    {
        var shift = $"dotnet {Executable} shift {Rule} green=50 --steps 25,50 --pause 0s {option}";
        return Command.Run(Folder, Variables, "sh", "-c", $"printf '{answer}\\n' | {FactOnATerminalAttribute.Script} -qec '{shift}' /dev/null");
    }
}
