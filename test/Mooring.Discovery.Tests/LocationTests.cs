using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Discovery.Tests;

/// <summary><c>discover</c> in several regions, accounts and VPCs: the first is the fleet's own, the others are its locations.</summary>
public sealed class LocationTests : ProgramTest
{
    private const string Vpc = "vpc-f37a07c485b339fcb";
    private const string OtherVpc = "vpc-0a1b2c3d4e5f60718";
    private const string OtherAccount = "222233334444";
    private const string OtherRole = $"arn:aws:iam::{OtherAccount}:role/terraform";

    private string Text => File.ReadAllText(Path.Combine(Folder, "fleet.yaml"));

    private FleetSpec Fleet => FleetFile.Parse(Text);

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Two_regions_of_an_account_are_discovered_into_a_file_that_plans_nothing_but_imports()
    {
        Account("eu-west-1").Install();
        Other("us-east-1", "123456789012").Install();

        var run = Discover("--region", "eu-west-1", "--region", "us-east-1", "--load-balancer", "WWW-alb", "--load-balancer", "PAY-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        run.Output.Should().StartWith("fleet.yaml: 2 load balancers to adopt, 2 to look up, 4 clusters").And.Contain("imports 42 resources and changes 0");
        Fleet.Locations.Should().ContainKey("us-east-1").WhoseValue.Should().Be(new LocationSpec { Region = "us-east-1", Vpc = OtherVpc });
        Fleet.LoadBalancers.Should().HaveCount(4);
        Fleet.LoadBalancers["www-alb"].Location.Should().BeNull();
        Fleet.LoadBalancers["pay-alb"].Should().BeEquivalentTo(new { Location = "us-east-1" });
        Fleet.LoadBalancers["pay-alb"].Adopt.Should().StartWith("arn:aws:elasticloadbalancing:us-east-1:");
        Fleet.Clusters.ToDictionary(cluster => cluster.Key, cluster => cluster.Value.Location).Should().Contain("blue", null).And.Contain("ruby", "us-east-1");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Two_accounts_are_discovered_into_a_file_that_plans_nothing_but_imports()
    {
        Account("eu-west-1", "shop").Install();
        Other("eu-west-1", OtherAccount, "payments", OtherRole).Install();

        var run = Discover("--region", "eu-west-1", "--profile", "shop", "--profile", "payments", "--load-balancer", "WWW-alb", "--load-balancer", "PAY-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        run.Output.Should().Contain("imports 42 resources and changes 0");
        Text.Should()
            .Contain(
                $"""
                locations:
                  # read from eu-west-1 with profile payments
                  payments:
                    account: '{OtherAccount}'
                    vpc: {OtherVpc}
                    # the role of profile payments: Terraform needs one that may change things
                    assumeRole: {OtherRole}

                """.ReplaceLineEndings("\n")
            );
        Fleet.Account.Should().Be("123456789012");
        Fleet.Clusters["violet"].Location.Should().Be("payments");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_setting_that_Terraform_resets_in_another_account_is_printed()
    {
        Account("eu-west-1", "shop").Install();
        var other = Other("us-east-1", OtherAccount, "payments", OtherRole);
        other.Change(
            "elbv2 describe-load-balancer-attributes",
            """{"Key":"access_logs.s3.bucket","Value":""}""",
            """{"Key":"access_logs.s3.bucket","Value":"old"}"""
        );
        other.Install();

        var run = Discover(
            "--region",
            "eu-west-1",
            "--profile",
            "shop",
            "--region",
            "us-east-1",
            "--profile",
            "payments",
            "--load-balancer",
            "WWW-alb",
            "--load-balancer",
            "PAY-alb"
        );

        run.ExitCode.Should().Be(2, "{0}", run.Error + run.Output);
        run.Output.Should().Contain("changes 1\n  load-balancer-pay-alb: aws_lb.LoadBalancer changes access_logs [{\"bucket\":\"old\"");
        Fleet.Locations.Keys.Should().Equal("payments-us-east-1");
    }

    [Fact]
    public void The_role_that_Terraform_assumes_can_be_named()
    {
        Account("eu-west-1", "shop").Install();
        Other("eu-west-1", OtherAccount, "payments", $"arn:aws:iam::{OtherAccount}:role/read-only").Install();

        Discover(
            "--region",
            "eu-west-1",
            "--profile",
            "shop",
            "--profile",
            "payments",
            "--assume-role",
            OtherRole,
            "--assume-role",
            "arn:aws:iam::123456789012:role/terraform"
        )
            .ExitCode.Should()
            .Be(0);

        Fleet.AssumeRole.Should().Be("arn:aws:iam::123456789012:role/terraform");
        Fleet.Locations["payments"].AssumeRole.Should().Be(OtherRole);
    }

    [Fact]
    public void Another_account_needs_a_role()
    {
        Account("eu-west-1", "shop").Install();
        Other("eu-west-1", OtherAccount, "payments").Install();

        Discover("--region", "eu-west-1", "--profile", "shop", "--profile", "payments")
            .Error.Should()
            .StartWith(
                $"Terraform assumes a role in account {OtherAccount}, from which eu-west-1 with profile payments was read, and the AWS CLI's profile has none: "
                    + $"name it with --assume-role arn:aws:iam::{OtherAccount}:role/<name>"
            );
    }

    [Theory]
    [InlineData("arn:aws:iam::999999999999:role/terraform", "--assume-role must be of account 123456789012, got 'arn:aws:iam::999999999999:role/terraform'")]
    [InlineData("terraform", "--assume-role must be the ARN of an IAM role")]
    public void A_role_must_be_of_an_account_that_is_read(string role, string message)
    {
        Account("eu-west-1").Install();

        Discover("--region", "eu-west-1", "--assume-role", role).Error.Should().StartWith(message);
    }

    [Fact]
    public void Two_profiles_of_one_account_are_an_error()
    {
        Account("eu-west-1", "shop").Install();
        Account("eu-west-1", "admin").Install();

        Discover("--region", "eu-west-1", "--profile", "shop", "--profile", "admin")
            .Error.Should()
            .StartWith($"eu-west-1 with profile shop and eu-west-1 with profile admin are both {Vpc} of account 123456789012: name it once");
    }

    [Fact]
    public void Each_profile_needs_its_region()
    {
        var run = Discover("--region", "eu-west-1", "--region", "us-east-1", "--profile", "a", "--profile", "b", "--profile", "c");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("--profile must be given once, or once for each --region, got 3 profiles and 2 regions");
    }

    [Fact]
    public void Several_VPCs_of_a_region_are_locations()
    {
        var account = Account("eu-west-1");
        account.Change("eks describe-cluster --name green", Vpc, OtherVpc);
        account.Install();

        Discover("--region", "eu-west-1", "--vpc", Vpc, "--vpc", OtherVpc).ExitCode.Should().Be(0);

        Fleet.Vpc.Should().Be(Vpc);
        Fleet.Locations.Should().ContainKey(OtherVpc).WhoseValue.Should().Be(new LocationSpec { Vpc = OtherVpc });
        Fleet.Clusters["green"].Location.Should().Be(OtherVpc);
    }

    [Fact]
    public void A_cluster_in_a_VPC_that_is_not_read_is_a_note()
    {
        var account = Account("eu-west-1");
        account.Change("eks describe-cluster --name green", Vpc, OtherVpc);
        account.Install();

        Discover("--region", "eu-west-1").Error.Should().Contain($"note: not in the file: cluster green: in another VPC than {Vpc}; --vpc adds one");

        Fleet.Clusters.Keys.Should().Equal("blue");
    }

    [Fact]
    public void A_VPC_without_anything_is_an_error()
    {
        Account("eu-west-1").Install();

        Discover("--region", "eu-west-1", "--vpc", OtherVpc)
            .Error.Should()
            .StartWith($"there are no Application Load Balancers and no clusters of {OtherVpc} in this region and account");
    }

    [Fact]
    public void Of_two_clusters_of_one_name_the_second_is_left_out_and_load_balancers_of_one_name_are_both_there()
    {
        Account("eu-west-1").Install();
        var other = Other("us-east-1", "123456789012");
        other.Rename("ruby", "blue");
        other.Rename("third-alb", "other-teams-alb");
        other.Install();

        Discover("--region", "eu-west-1", "--region", "us-east-1")
            .Error.Should()
            .Contain("note: not in the file: cluster blue in us-east-1, which stays as it is: a fleet file has one cluster of a name");

        Fleet.Clusters.Keys.Should().Equal("blue", "green", "violet");
        Fleet.LoadBalancers.Keys.Should().BeEquivalentTo("www-alb", "other-teams-alb", "pay-alb", "other-teams-alb-2");
        Fleet.LoadBalancers["other-teams-alb-2"].Should().BeEquivalentTo(new { Existing = "other-teams-alb", Location = "us-east-1" });
    }

    [Fact]
    public void What_could_not_be_read_says_where()
    {
        var account = Account("eu-west-1");
        account.Refuse("eks list-clusters");
        account.Install();
        Other("us-east-1", "123456789012").Install();

        Discover("--region", "eu-west-1", "--region", "us-east-1")
            .Error.Should()
            .Contain("their names could not be read, because AWS refuses 'aws eks list-clusters' in eu-west-1\n")
            .And.Contain("because AWS refuses 'aws eks list-clusters' in us-east-1\n");
    }

    [Fact]
    public void A_name_that_is_nowhere_is_an_error()
    {
        Account("eu-west-1").Install();
        Other("us-east-1", "123456789012").Install();

        Discover("--region", "eu-west-1", "--region", "us-east-1", "--cluster", "pink")
            .Error.Should()
            .StartWith("there is no cluster 'pink' in eu-west-1 or us-east-1: there are blue, green, ruby, violet");
    }

    private RecordedAccount Account(string region, string? profile = null, string? role = null) =>
        new(Path.Combine(Folder, "aws"))
        {
            Region = region,
            Profile = profile,
            ProfileRole = role,
        };

    /// <summary>The same again in another region or account, with other names.</summary>
    private RecordedAccount Other(string region, string account, string? profile = null, string? role = null)
    {
        var other = Account(region, profile, role);
        other.Rename("eu-west-1", region);
        other.Rename("123456789012", account);
        other.Rename(Vpc, OtherVpc);
        other.Rename("WWW-alb", "PAY-alb");
        other.Rename("other-teams-alb", "third-alb");
        other.Rename("blue", "ruby");
        other.Rename("green", "violet");
        return other;
    }

    private Command Discover(params string[] options)
    {
        Variables["PATH"] = new RecordedAccount(Path.Combine(Folder, "aws")).SearchPath;
        return Run(["discover", .. options]);
    }
}
