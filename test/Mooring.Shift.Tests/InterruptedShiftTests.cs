using FluentAssertions;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>A shift that was interrupted goes on, or back.</summary>
public sealed class InterruptedShiftTests : LivingShop
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Ctrl_c_in_a_pause_stops_it_and_the_same_command_goes_on()
    {
        var run = StopInFirstPause("INT");

        run.ExitCode.Should().Be(130);
        run.Error.TrimEnd()
            .Should()
            .Be("stopped; fleet.yaml has blue 75, green 25; the same command goes on from there, and 'shift public/http/shop green=10' goes back");
        Text.Should().Be(Shop.With(blue: 75, green: 25));

        var next = Shift("green=50", "--steps", "25,50", "--yes");

        next.ExitCode.Should().Be(0);
        next.Output.Should().Contain("public/http/shop: blue 75, green 25, an interrupted shift");
        History.Should().Equal((75, 25), (50, 50));
        Text.Should().Be(Shop.With(blue: 50, green: 50));
        IsUnderWay.Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_run_that_was_killed_has_not_lost_the_last_good_weights()
    {
        StopInFirstPause("KILL");
        Aws.Targets(3, "unhealthy");

        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(2);

        History.Should().Equal((75, 25), (90, 10));
        Text.Should().Be(Shop.Text);
        IsUnderWay.Should().BeFalse();
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public void A_signal_while_terraform_applies_loses_nothing(string signal, int exitCode)
    {
        using (var program = Start())
        {
            AfterChange(() => program.Signal(signal));
            program.End().ExitCode.Should().Be(exitCode);
        }

        AfterChange(() => { });
        Text.Should().Be(Shop.With(blue: 75, green: 25));
        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(0);

        History.Should().Equal((75, 25), (50, 50));
        IsUnderWay.Should().BeFalse();
        Terraform("plan", "-detailed-exitcode", "-input=false");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void After_ctrl_c_the_user_can_go_back()
    {
        StopInFirstPause("INT");

        Shift("green=10", "--yes").ExitCode.Should().Be(0);

        History.Should().Equal((75, 25), (90, 10));
        Text.Should().Be(Shop.Text);
        IsUnderWay.Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Weights_that_were_written_and_not_applied_are_applied()
    {
        Write("fleet.yaml", Shop.With(blue: 75, green: 25));
        Write(
            "fleet.shift.json",
            """
            {
              "action": "public/http/shop", "targetGroup": "green", "weight": 50,
              "beginning": [90, 10], "lastGood": [90, 10], "healthyAtBeginning": { "green": 4 }
            }
            """
        );

        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(0);

        History.Should().Equal((75, 25), (50, 50));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Weights_that_were_taken_back_in_the_file_alone_are_taken_back_in_aws()
    {
        StopInFirstPause("INT");
        Write("fleet.yaml", Shop.Text);
        Aws.Targets(3, "unhealthy");

        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(2);

        History.Should().Equal((75, 25), (90, 10));
        IsUnderWay.Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Another_rule_waits_for_the_end_of_an_interrupted_shift()
    {
        StopInFirstPause("INT");

        var run = Run("shift", "public/http/api", "green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .StartWith("a shift of public/http/shop to green=50 is under way or was interrupted, as fleet.shift.json says: bring it to its end first")
            .And.Contain("failed (E111); nothing was changed");
        WeightsInAws("api.example.com").Should().Be((90, 10));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_second_shift_does_not_take_a_running_one_for_an_interrupted_one()
    {
        using var program = Start();
        program.WaitUntil(() => Aws.Calls.Count == 2);

        var run = Shift("green=50", "--steps", "25,50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("another shift of fleet.yaml is running: wait for its end").And.Contain("failed (E111); nothing was changed");
        program.Signal("INT");
        program.End().ExitCode.Should().Be(130);
        History.Should().Equal((75, 25));
        Directory.GetFiles(Folder, "*.lock").Should().BeEmpty();
    }

    /// <summary>Shifts, and sends a signal when the first step is applied and watched.</summary>
    private Command StopInFirstPause(string signal)
    {
        using var program = Start();
        program.WaitUntil(() => Aws.Calls.Count == 2);
        program.Signal(signal);
        return program.End();
    }

    private RunningProgram Start() => new(Folder, Variables, [Executable, "shift", Rule, "green=50", "--steps", "25,50", "--pause", "10m", "--yes"]);
}
