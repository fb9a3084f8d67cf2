using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Programs;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Discovery.Tests;

/// <summary><c>discover</c>, as a user runs it in a shell, with a recorded <c>aws</c> on the PATH.</summary>
public sealed class DiscoverTests : ProgramTest
{
    private readonly RecordedAccount _account;

    public DiscoverTests() => _account = new RecordedAccount(Path.Combine(Folder, "aws"));

    private string Text => File.ReadAllText(Path.Combine(Folder, "fleet.yaml"));

    private FleetSpec Fleet => FleetFile.Parse(Text);

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_load_balancer_is_discovered_into_a_file_that_plans_nothing_but_imports()
    {
        var run = Discover("--load-balancer", "WWW-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        run.Error.Should().BeEmpty();
        run.Output.ReplaceLineEndings("\n")
            .Should()
            .StartWith("fleet.yaml: 1 load balancer to adopt, 1 to look up, 2 clusters\nadopting it imports 21 resources and changes 0\n")
            .And.Contain("aws_lb_listener_certificate.Listener-https_Certificate-9b3e6bb9-9ed0-4070-ba87-7d716902586e_D120B74F is created");
        Snapshot.VerifyFile("test/Mooring.Discovery.Tests/Accounts/shop.yaml", Text);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_tags_of_the_fleet_are_added_as_expected()
    {
        _account.Change("elbv2 describe-tags", "\"environment\"", "\"stage\"");

        var run = Discover("--load-balancer", "WWW-alb", "--environment", "production", "--force");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        run.Output.Should()
            .Contain("adopting it imports 21 resources and changes 0")
            .And.Contain("as expected, 21 resources get the tags environment and fleet, which every resource of a fleet has");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_tag_that_would_get_another_value_is_a_change()
    {
        var run = Discover("--load-balancer", "WWW-alb", "--environment", "staging");

        run.ExitCode.Should().Be(2, "{0}", run.Error + run.Output);
        run.Output.Should()
            .Contain("adopting it imports 21 resources and changes 6")
            .And.Contain(
                """aws_lb.LoadBalancer changes tags {"environment":"production","fleet":"shop","team":"web"} to {"environment":"staging","fleet":"shop","""
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_newest_settings_are_discovered_and_planned_as_they_are()
    {
        _account.Change("elbv2 describe-load-balancers", "\"WWW-alb\",", "\"WWW-alb\",\"IpamPools\":{\"Ipv4IpamPoolId\":\"ipam-pool-0a1b2c3d4e5f60718\"},");
        _account.Change("elbv2 describe-capacity-reservation", "{", "{\"MinimumLoadBalancerCapacity\":{\"CapacityUnits\":500},", once: true);
        _account.Change("elbv2 describe-target-groups", "\"TargetGroupName\":\"www-api\",", "\"TargetGroupName\":\"www-api\",\"TargetControlPort\":3000,");
        _account.Change(
            "elbv2 describe-rules",
            "\"Priority\":\"20\",",
            """
            "Priority":"20","Transforms":[{"Type":"url-rewrite","UrlRewriteConfig":{"Rewrites":[{"Regex":"^/catalog/(.*)$","Replace":"/$1"}]}}],
            """.Trim()
        );
        _account.Change(
            "elbv2 describe-rules",
            "\"Type\":\"authenticate-cognito\",\"AuthenticateCognitoConfig\":",
            """
            "Type":"jwt-validation","JwtValidationConfig":{"Issuer":"https://id.example.com","JwksEndpoint":"https://id.example.com/keys",
            "AdditionalClaims":[{"Name":"scope","Format":"space-separated-values","Values":["read"]}]},"Before":
            """.ReplaceLineEndings(string.Empty)
        );

        var run = Discover("--load-balancer", "WWW-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        var balancer = Fleet.LoadBalancers["www-alb"];
        balancer
            .Attributes.Should()
            .Be(
                new LoadBalancerAttributesSpec
                {
                    ClientKeepAlive = 7200,
                    ZonalShift = true,
                    ReservedCapacityUnits = 500,
                    IpamPool = "ipam-pool-0a1b2c3d4e5f60718",
                }
            );
        balancer.TargetGroups["www-api"].TargetControlPort.Should().Be(3000);
        var rules = balancer.Listeners["https"].Rules;
        rules.Single(rule => rule.Priority == 20).Transforms!.Url.Should().BeEquivalentTo(new { Regex = "^/catalog/(.*)$", Replace = "/$1" });
        rules
            .Single(rule => rule.Priority == 90)
            .Forward!.JwtValidation.Should()
            .BeEquivalentTo(new { Issuer = "https://id.example.com", JwksEndpoint = "https://id.example.com/keys" });
    }

    [Fact]
    public void The_account_of_the_acceptance_is_recorded()
    {
        Discover("--load-balancer", "WWW-alb", "--no-rehearsal").ExitCode.Should().Be(0);

        var balancer = Fleet.LoadBalancers["www-alb"];
        (balancer.Listeners.Count, balancer.Listeners.Values.Sum(listener => listener.Rules.Count)).Should().Be((3, 12));
        (balancer.TargetGroups.Count, Fleet.Clusters.Count).Should().Be((5, 2));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_setting_that_the_file_cannot_say_and_Terraform_resets_is_printed()
    {
        _account.Change(
            "elbv2 describe-load-balancer-attributes",
            """{"Key":"access_logs.s3.bucket","Value":""}""",
            """{"Key":"access_logs.s3.bucket","Value":"logs-of-old"}"""
        );

        var run = Discover("--load-balancer", "WWW-alb");

        run.ExitCode.Should().Be(2, "{0}", run.Error + run.Output);
        run.Output.Should().Contain("imports 21 resources and changes 1\n").And.Contain("aws_lb.LoadBalancer changes access_logs [{\"bucket\":\"logs-of-old\"");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Regular_expressions_are_discovered()
    {
        _account.Change("elbv2 describe-rules", "{\"Values\":[\"/catalog*\"]}", "{\"RegexValues\":[\"^/catalog/[0-9]+\"]}");
        _account.Change("elbv2 describe-rules", "\"Values\":[\"eu*\"]", "\"RegexValues\":[\"^eu-\"]");

        var run = Discover("--load-balancer", "WWW-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        var rules = Fleet.LoadBalancers["www-alb"].Listeners["https"].Rules;
        rules.Single(rule => rule.Priority == 20).PathRegexes.Should().Equal("^/catalog/[0-9]+");
        rules.Single(rule => rule.Priority == 80).HeaderRegexes["X-Region"].Should().Equal("^eu-");
    }

    [Fact]
    public void What_is_not_named_is_only_looked_up()
    {
        Discover().ExitCode.Should().Be(0);

        Fleet.LoadBalancers.Keys.Should().Equal("www-alb", "other-teams-alb");
        Fleet.LoadBalancers["www-alb"].Should().BeEquivalentTo(new { Existing = "WWW-alb", Adopt = (string?)null });
        Fleet.LoadBalancers["www-alb"].Listeners.Values.Select(listener => listener.Port).Should().Equal(80, 443, 8443);
        Fleet.Clusters.Values.Should().OnlyContain(cluster => cluster.Existing);
        _account.Calls.Should().NotContain(call => call.Contains("describe-rules", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_named_cluster_is_in_the_fleet()
    {
        Discover("--cluster", "green").ExitCode.Should().Be(0);

        Fleet.Clusters.Keys.Should().Equal("green");
        Text.Should().Contain("  # node groups, which stay as they are: default\n").And.Contain("authentication mode API_AND_CONFIG_MAP");
    }

    [Theory]
    [InlineData("--load-balancer", "www", "there is no load balancer 'www' in this region and account: there are WWW-alb, other-teams-alb")]
    [InlineData("--cluster", "red", "there is no cluster 'red' in this region and account: there are blue, green")]
    public void A_name_that_is_not_there_is_an_error(string option, string name, string message)
    {
        var run = Discover(option, name);

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n").Should().Be($"{message}\nfailed (E113); nothing was written\n");
        File.Exists(Path.Combine(Folder, "fleet.yaml")).Should().BeFalse();
    }

    [Fact]
    public void A_file_that_is_there_is_only_replaced_where_the_user_says_so()
    {
        Write("fleet.yaml", "mine");

        var run = Discover();

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("fleet.yaml is there already: name another file with --output, or replace it with --force.");
        Text.Should().Be("mine");
        Discover("--force").ExitCode.Should().Be(0);
        Fleet.LoadBalancers.Should().HaveCount(2);
    }

    [Fact]
    public void A_missing_right_for_what_is_named_leaves_it_out_and_says_so()
    {
        _account.Refuse("elbv2 describe-rules");
        _account.Refuse("elbv2 describe-tags");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .Contain("load balancer WWW-alb: rules of the listener on port 443 could not be read, because AWS refuses 'aws elbv2 describe-rules'");
        Fleet.LoadBalancers["www-alb"].Listeners["https"].Rules.Should().BeEmpty();
        Text.Should().Contain("# What could not be read:\n# - load balancer WWW-alb: rules of the listener on port 443 could not be read");
    }

    [Fact]
    public void A_question_that_fails_leaves_its_part_out_and_says_why()
    {
        _account.Forget("elbv2 describe-listener-certificates");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .Contain("load balancer WWW-alb: certificates of the listener on port 443 could not be read: 'aws elbv2 describe-listener-certificates' failed:");
        Fleet.LoadBalancers["www-alb"].Listeners["https"].Rules.Should().NotBeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_tag_that_differs_from_one_of_the_fleet_in_case_is_planned_to_go()
    {
        _account.Change("elbv2 describe-tags", "\"environment\"", "\"Environment\"");

        var run = Discover("--load-balancer", "WWW-alb", "--environment", "production");

        run.ExitCode.Should().Be(2, "{0}", run.Error + run.Output);
        run.Error.Should().Contain("tag Environment of load balancer WWW-alb, 'production', which Terraform removes");
        run.Output.Should().Contain("imports 21 resources");
        Fleet.LoadBalancers["www-alb"].Tags.Keys.Should().Equal("team");
    }

    [Fact]
    public void A_named_load_balancer_that_is_left_out_is_missing()
    {
        _account.Change("elbv2 describe-tags", "\"team\"", "\"Team\"},{\"Value\":\"x\",\"Key\":\"team\"");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.Error.Should().Contain("load balancer WWW-alb, which stays as it is: a fleet file cannot say it");
        run.ExitCode.Should().Be(1);
    }

    [Fact]
    public void A_load_balancer_that_a_controller_owns_is_not_adopted()
    {
        _account.Change("elbv2 describe-tags", "\"team\"", "\"ingress.k8s.aws/stack\"");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("load balancer 'WWW-alb' must not be adopted: a controller in a cluster owns it").And.Contain("failed (E113)");
    }

    [Fact]
    public void What_others_look_after_is_a_comment()
    {
        _account.Change("wafv2 get-web-acl-for-resource", "{}", """{"WebACL":{"ARN":"arn:of-others","ManagedByFirewallManager":true}}""");
        _account.Change("eks describe-cluster --name blue", "\"ACTIVE\"", "\"FAILED\"");
        _account.Change("ec2 describe-security-group-rules", "\"IpProtocol\":\"-1\"", "\"IpProtocol\":\"icmp\"");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.ExitCode.Should().Be(0, "{0}", run.Error);

        Text.Should()
            .Contain("mode API_AND_CONFIG_MAP, status FAILED\n")
            .And.Contain("and out icmp")
            .And.NotContain("every port")
            .And.Contain("Manager attaches web ACL arn:of-others")
            .And.NotContain("webAcl:");
    }

    [Fact]
    public void A_missing_right_for_something_else_is_a_note()
    {
        _account.Refuse("eks list-clusters");

        var run = Discover("--load-balancer", "WWW-alb", "--no-rehearsal");

        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("note: clusters: their names could not be read, because AWS refuses 'aws eks list-clusters'");
        Fleet.Clusters.Should().BeEmpty();
    }

    [Fact]
    public void Tags_are_asked_for_twenty_resources_at_a_time()
    {
        Discover("--load-balancer", "WWW-alb", "--no-rehearsal").ExitCode.Should().Be(0);

        _account
            .Calls.Where(call => call.Contains("describe-tags", StringComparison.Ordinal))
            .Select(call => call.Split("arn:").Length - 1)
            .Should()
            .BeEquivalentTo([20, 1]);
    }

    /// <summary>Runs it.</summary>
    private Command Discover(params string[] options)
    {
        _account.Install();
        Variables["PATH"] = _account.SearchPath;
        return Run(["discover", "--region", "eu-west-1", .. options]);
    }
}
