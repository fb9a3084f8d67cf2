using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>What AWS says of targets and alarms decides whether a shift goes on, or back.</summary>
public sealed class HealthTests : LivingShop
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_step_whose_targets_fail_goes_back()
    {
        Aws.Targets(2, "healthy", "unhealthy", "unhealthy", "unhealthy", "draining");

        var run = Shift("green=50", "--steps", "25,50", "--yes");

        run.ExitCode.Should().Be(2);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be(
                "green must have at least 2 targets of the 4 at the beginning healthy, got 1 of 4 targets (i-0abc0000000000010: unhealthy, Target.Timeout; "
                    + "i-0abc0000000000020: unhealthy, Target.Timeout; i-0abc0000000000030: unhealthy, Target.Timeout)\n"
                    + "step 1 is not healthy; the weights are blue 90, green 10\n"
            );
        History.Should().Equal((75, 25), (90, 10));
        Text.Should().Be(Shop.Text);
        IsUnderWay.Should().BeFalse();
        Terraform("plan", "-detailed-exitcode", "-input=false");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_later_step_goes_back_to_the_last_good_weights()
    {
        Aws.Targets(3, "initial", "initial", "initial", "initial");

        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(2);

        History.Should().Equal((75, 25), (50, 50), (75, 25));
        Text.Should().Be(Shop.With(blue: 75, green: 25));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void No_requests_are_moved_to_a_target_group_without_healthy_targets()
    {
        Aws.Targets(1);

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("green must have at least 1 target healthy, got 0 of 0 targets").And.Contain("not healthy; nothing was changed");
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void An_alarm_that_is_raised_takes_the_step_back()
    {
        Aws.Alarm(1, "shop-5xx", "OK");
        Aws.Alarm(2, "shop-5xx", "ALARM");

        var run = Shift("green=50", "--yes", "--alarm", "shop-5xx", "--profile", "shop");

        run.ExitCode.Should().Be(2);
        run.Output.Should().Contain("green: 4 of 4 targets healthy; alarm shop-5xx: OK");
        run.Error.Should().Contain("CloudWatch alarm 'shop-5xx' is in state ALARM: Threshold Crossed: 1 datapoint");
        History.Should().Equal((50, 50), (90, 10));
        Aws.Calls.Should()
            .Contain(
                "cloudwatch describe-alarms --alarm-names shop-5xx --alarm-types MetricAlarm CompositeAlarm --region eu-west-1 --output json --profile shop"
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void An_alarm_that_does_not_exist_is_an_error_before_anything_is_changed()
    {
        Aws.Alarm(1, "shop-5xx", "OK");

        var run = Shift("green=50", "--yes", "--alarm", "shop-4xx");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("there is no CloudWatch alarm 'shop-4xx'").And.Contain("failed (E110); nothing was changed");
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Where_aws_does_not_answer_any_more_the_shift_stops_where_it_is()
    {
        Aws.Fails(2, "An error occurred (ExpiredToken) when calling the DescribeTargetHealth operation: The security token is expired");

        var run = Shift("green=50", "--steps", "25,50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be(
                """
                'aws elbv2 describe-target-health' failed:
                An error occurred (ExpiredToken) when calling the DescribeTargetHealth operation: The security token is expired
                failed (E110); fleet.yaml has blue 75, green 25; the same command goes on from there, and 'shift public/http/shop green=10' goes back

                """.ReplaceLineEndings("\n")
            );
        History.Should().Equal((75, 25));
        IsUnderWay.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_somebody_adds_to_the_file_during_a_step_stays_when_it_goes_back()
    {
        Aws.Meanwhile(2, "echo ' # mine' >> fleet.yaml");
        Aws.Targets(2);

        Shift("green=50", "--steps", "25,50", "--yes").ExitCode.Should().Be(2);

        History.Should().Equal((75, 25), (90, 10));
        Text.Should().Be($"{Shop.Text} # mine\n");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_file_that_somebody_breaks_during_a_step_does_not_keep_aws_from_going_back()
    {
        Aws.Meanwhile(2, "echo >> fleet.yaml; echo 'clusters: {}' >> fleet.yaml");
        Aws.Targets(2);

        var run = Shift("green=50", "--steps", "25,50", "--yes");

        run.ExitCode.Should().Be(2);
        History.Should().Equal((75, 25), (90, 10));
        Text.Should().StartWith(Shop.With(blue: 75, green: 25)).And.EndWith("clusters: {}\n");
        run.Error.Should()
            .Contain("clusters is there already, in line 33")
            .And.Contain("step 1 is not healthy; the weights are blue 90, green 10 in AWS, and fleet.yaml could not be edited: write them there");
    }
}
