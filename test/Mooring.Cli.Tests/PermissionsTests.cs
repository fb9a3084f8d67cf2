using System.Text.Json;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary><c>permissions</c> as a user runs it.</summary>
public sealed class PermissionsTests : ProgramTest
{
    private static readonly string s_sample = Repository.PathOf("fleet.yaml");
    private static readonly string s_locations = Repository.PathOf("docs", "examples", "locations", "fleet.yaml");

    [Fact]
    public void The_policy_of_the_sample_fleet_is_printed_and_nothing_is_written()
    {
        var run = Run("permissions", s_sample);

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        JsonElement.Parse(run.Output).GetProperty("Version").GetString().Should().Be("2012-10-17");
        run.Output.Should()
            .Contain("arn:aws:eks:eu-west-1:111122223333:cluster/blue")
            .And.Contain("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/*");
        Directory.GetFileSystemEntries(Folder).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_needs_less()
    {
        var run = Run("permissions", s_sample, "--plan-only");

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        run.Output.Should().Contain("elasticloadbalancing:DescribeRules").And.NotContain(":Create").And.NotContain("iam:PassRole");
        run.Error.Should().BeEmpty("it fits into one managed policy");
    }

    [Fact]
    public void Policies_that_are_short_enough_for_aws_are_written_to_files()
    {
        Run("permissions", s_sample).Error.Should().Be("note: a managed policy has at most 6144 characters: '--output <directory>' writes 2 policies\n");

        var run = Run("permissions", s_sample, "--output", "policies");

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        run.Output.Should().BeEmpty();
        Directory.GetFiles(Path.Combine(Folder, "policies"), "*.json").Select(Path.GetFileName).Should().BeEquivalentTo("policy-1.json", "policy-2.json");
    }

    [Fact]
    public void Each_role_that_terraform_assumes_has_a_policy_of_its_own()
    {
        var own = Run("permissions", s_locations);
        own.Error.Should().Contain("note: Terraform assumes ").And.Contain("arn:aws:iam::222233334444:role/terraform");

        var role = Run("permissions", s_locations, "--role", "arn:aws:iam::222233334444:role/terraform");
        role.ExitCode.Should().Be(0, "{0}", role.Error);
        role.Output.Should().Contain(":222233334444:").And.NotContain("sts:AssumeRole");

        var unknown = Run("permissions", s_locations, "--role", "arn:aws:iam::222233334444:role/other");
        unknown.ExitCode.Should().Be(1);
        unknown.Error.Should().Contain("--role must be a role that the fleet file assumes").And.Contain("nothing was written");
    }
}
