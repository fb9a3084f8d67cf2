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

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        History.Should().Equal((75, 25), (50, 50));
        WeightsInAws("api.example.com").Should().Be((90, 10), "the other rule is not touched");
        Text.Should().Be(Shop.With(blue: 50, green: 50), "comments and spaces stay");
        IsUnderWay.Should().BeFalse();
        run.Output.ReplaceLineEndings("\n").Should().StartWith("""
            public/http/shop: blue 90, green 10
              step 1 of 2: blue 75, green 25
              step 2 of 2: blue 50, green 50
            green: 4 of 4 targets healthy

            """).And.EndWith("done; the weights are blue 50, green 50\n");
        Aws.Calls.Should().OnlyContain(call => call == $"elbv2 describe-target-health --target-group-arn {ArnOf("green")} --region eu-west-1 --output json");
    }
}
