using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>AWS is asked as the role that Terraform assumes where the load balancer is.</summary>
public sealed class AssumedRoleTests : LivingShop
{
    private const string Role = "arn:aws:iam::111122223333:role/terraform";

    private const string AsRole = $"sts assume-role --role-arn {Role} --role-session-name mooring --region eu-west-1 --output json";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_role_is_named_and_its_credentials_are_in_the_environment_of_the_questions_alone()
    {
        DeployAs(Role);
        Aws.Credentials(1, "ONE", DateTimeOffset.UtcNow.AddHours(1));

        var run = Shift("green=50", "--yes");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        run.Output.Should().StartWith($"AWS is asked as {Role}").And.NotContain("secret-ONE").And.NotContain("token-ONE");
        Aws.Calls.Should().ContainSingle(call => call == AsRole).And.OnlyContain(call => call == AsRole || !call.Contains("--profile"));
        Aws.Identities.Where(line => line.StartsWith("describe", StringComparison.Ordinal))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(line => line == "describe-target-health ASIAONE secret-ONE token-ONE");
        Aws.Identities.Should().ContainSingle(line => line == "assume-role");
        Directory.EnumerateFiles(Folder, "*", SearchOption.TopDirectoryOnly).Should().NotContain(file => File.ReadAllText(file).Contains("secret-ONE"));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Credentials_that_end_soon_are_replaced()
    {
        DeployAs(Role);
        Aws.Credentials(1, "ONE", DateTimeOffset.UtcNow.AddMinutes(4));
        Aws.Credentials(2, "TWO", DateTimeOffset.UtcNow.AddHours(1));

        Shift("green=50", "--yes").ExitCode.Should().Be(0);

        Aws.Identities.Where(line => line.StartsWith("describe", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1])
            .Distinct()
            .Should()
            .Equal("ASIAONE", "ASIATWO");
        Aws.Calls.Count(call => call == AsRole).Should().Be(2);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_role_that_lets_nobody_in_is_named()
    {
        DeployAs(Role);
        Aws.IsNotLetIn();

        var run = Shift("green=50", "--yes");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain($"role {Role} must let the credentials of the AWS CLI in, as it lets Terraform's in: 'aws sts assume-role' failed:");
        run.Error.Should().Contain("(AccessDenied)").And.Contain("nothing was changed");
        History.Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_credentials_of_a_profile_are_used_as_they_are()
    {
        DeployAs(Role);

        var run = Shift("green=50", "--yes", "--profile", "shop");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        Aws.Calls.Should().OnlyContain(call => call.StartsWith("elbv2 ") && call.EndsWith("--profile shop"));
    }
}
