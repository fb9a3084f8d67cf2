using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>Terraform must change the weights and nothing else, with the programs that a shift needs.</summary>
public sealed class RefusedShiftTests : LivingShop
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_somebody_changed_in_aws_is_not_undone_by_the_way()
    {
        ChangeOutsideOfTerraform();

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .MatchRegex(
                """
                ^the plan of load-balancer-public must change nothing but the weights of public/http/shop, and would also do this: apply or undo it first
                  aws_lb\.LoadBalancer \(Update: idle_timeout\)
                failed \(E111\); nothing was changed
                $
                """.ReplaceLineEndings("\n")
            );
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_change_in_aws_during_a_shift_ends_it_at_the_last_good_weights()
    {
        AfterChange(ChangeOutsideOfTerraform);

        var run = Shift("green=50", "--steps", "25,50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("(Update: idle_timeout)").And.Contain("failed (E111); the weights are blue 75, green 25");
        History.Should().Equal((75, 25));
        Text.Should().Be(Shop.With(blue: 75, green: 25));
        IsUnderWay.Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Weights_that_are_not_applied_are_no_last_good_weights()
    {
        Write("fleet.yaml", Shop.With(blue: 60, green: 40));

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("must be those that are applied, blue 60, green 40, and Terraform would change them: apply the load balancer's stack first");
        History.Should().BeEmpty();
        Text.Should().Be(Shop.With(blue: 60, green: 40));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_aws_refuses_is_taken_out_of_the_file_again()
    {
        FailNextUpdate(Failure.Refused);

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("'terraform apply' failed").And.Contain("failed (E105); the weights are blue 90, green 10");
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_aws_changed_before_the_provider_crashed_is_taken_back()
    {
        FailNextUpdate(Failure.CrashAfter);

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("failed (E105); the weights are blue 90, green 10");
        WeightsInAws("shop.example.com").Should().Be((90, 10));
        Text.Should().Be(Shop.Text);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_fleet_file_that_somebody_edits_meanwhile_is_left_to_them()
    {
        Aws.Meanwhile(1, "echo '# mine' >> fleet.yaml");

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be("fleet.yaml: was changed by somebody else meanwhile, and is left as it is: run the command again (E009)\n1 error; nothing was changed\n");
        Text.Should().Be($"{Shop.Text}# mine\n");
        History.Should().BeEmpty();
        IsUnderWay.Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Without_the_aws_cli_nothing_is_changed()
    {
        var programs = Directory.CreateDirectory(Path.Combine(Folder, "programs")).FullName;
        File.CreateSymbolicLink(Path.Combine(programs, InstalledPrograms.Terraform), PathOf(InstalledPrograms.Terraform));
        Variables["PATH"] = programs;

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be(
                "shift asks AWS for the health of targets, and 'aws' could not be started: install the AWS CLI and put it on the PATH\n"
                    + "failed (E110); nothing was changed\n"
            );
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Without_terraform_nothing_is_changed()
    {
        Variables["TERRAFORM_BINARY_NAME"] = "terraform-elsewhere";

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .StartWith("shift runs Terraform, and 'terraform-elsewhere' could not be started: install it")
            .And.Contain("failed (E105); nothing was changed");
        ShouldHaveChangedNothing();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_rule_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var run = Run("shift", "public/https/shop", "green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("it has public/http/shop, public/http/api, got 'public/https/shop'").And.Contain("failed (E111); nothing was changed");
    }

    private static string PathOf(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
