using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>A shift on a living fleet, from its first step to its last.</summary>
public sealed class ShiftTests : LivingShop
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Weights_move_step_by_step_in_the_file_and_in_aws()
    {
        var run = Shift("green=50", "--steps", "25,50", "--yes");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        History.Should().Equal((75, 25), (50, 50));
        WeightsInAws("api.example.com").Should().Be((90, 10), "the other rule is not touched");
        Text.Should().Be(Shop.With(blue: 50, green: 50), "comments and spaces stay");
        IsUnderWay.Should().BeFalse();
        run.Output.ReplaceLineEndings("\n")
            .Should()
            .MatchRegex(
                """
                ^public/http/shop: blue 90, green 10
                  step 1 of 2: blue 75, green 25
                  step 2 of 2: blue 50, green 50
                green: 4 of 4 targets healthy
                plan of step 1: aws_lb_listener_rule\.Listener-http_Rule-shop_[0-9A-F]{8} changes in place, its weights alone
                step 1 of 2: blue 75, green 25, applied; watching for 0s
                  green: 4 of 4 targets healthy
                step 2 of 2: blue 50, green 50, applied; watching for 0s
                  green: 4 of 4 targets healthy
                done; the weights are blue 50, green 50
                $
                """.ReplaceLineEndings("\n")
            );
        Aws.Calls.Should().OnlyContain(call => call == $"elbv2 describe-target-health --target-group-arn {ArnOf("green")} --region eu-west-1 --output json");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Weights_of_a_base_move_in_the_base_and_it_is_named()
    {
        var @base = Write("base.yaml", Shop.Text);
        Write("fleet.yaml", "extends: base.yaml\n");

        var run = Shift("green=50", "--yes");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        run.Output.Should().Contain("  the weights are in base.yaml, which is edited; other fleets that extend it get them with their next synthesis");
        File.ReadAllText(@base).Should().Be(Shop.With(blue: 50, green: 50));
        Text.Should().Be("extends: base.yaml\n");
        WeightsInAws("shop.example.com").Should().Be((50, 50));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Without_a_terminal_nothing_is_shifted_unless_it_is_wanted()
    {
        var run = Shift("green=50", "--steps", "25,50");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        run.Output.Should().Contain("step 2 of 2: blue 50, green 50").And.Contain("changes in place, its weights alone");
        run.Output.TrimEnd().Should().EndWith("a dry run: nothing was changed; --yes shifts");
        ShouldHaveChangedNothing();
        Terraform("plan", "-detailed-exitcode", "-input=false");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_fleet_that_has_the_weights_already_is_left_alone()
    {
        var run = Shift("green=10", "--yes");

        (run.ExitCode, run.Output.TrimEnd()).Should().Be((0, "public/http/shop: blue 90, green 10 already; nothing to do"));
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_default_action_of_a_listener_is_shifted_like_a_rule()
    {
        const string Forward = "forward: { targetGroups: [{ cluster: blue, weight: 1 }, { cluster: green, weight: 99 }] }";
        Deploy(Shop.Text.Replace("fixedResponse: { statusCode: 404 }", Forward, StringComparison.Ordinal));

        var run = Run("shift", "public/http", "blue=100", "--pause", "0s", "--yes");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        run.Output.Should().Contain("plan of step 1: aws_lb_listener.Listener-http");
        Text.Should().Contain("[{ cluster: blue, weight: 100 }, { cluster: green, weight: 0 }]");
        Terraform("plan", "-detailed-exitcode", "-input=false");
        Aws.Calls.Should().OnlyContain(call => call.Contains(ArnOf("blue"), StringComparison.Ordinal), "green gets no more requests");
    }
}
