using System.Globalization;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What is legal in a fleet file but likely wrong.</summary>
public class WarningChecksTests
{
    private const string Binding = "      - loadBalancer: public\n";
    private const string Cloud = "backend: { cloud: { organization: example } }\nvpc:";

    private const string NoAwsCommand =
        "fleet.yaml(4,19): warning W001: backend.cloud runs Terraform where 'aws' is not installed, unless your agents have it: set "
        + "'clusterAuthentication: token'";

    [Fact]
    public void A_fleet_has_no_warnings() => WarningsOf(SmallFleet.Text).Should().BeEmpty();

    [Fact]
    public void Runners_of_hcp_terraform_have_no_aws_command() => WarningsOf(SmallFleet.TextWith("vpc:", Cloud)).Should().Equal(NoAwsCommand);

    [Fact]
    public void With_a_token_they_need_none() => WarningsOf(SmallFleet.TextWith("vpc:", $"clusterAuthentication: token\n{Cloud}")).Should().BeEmpty();

    [Theory]
    [InlineData("ports: [{ port: 32080 }]", null)]
    [InlineData(
        "ports: [{ port: 32080 }, { port: 32090 }]",
        "open all ports from 32080 to 32090: the controller makes one rule of the ports of a security " + "group, got 32080, 32090"
    )]
    [InlineData("ports: [{ port: 32053, protocol: TCP }, { port: 32054, protocol: UDP }]", null)]
    [InlineData("from: [{ cidr: 10.0.0.0/8 }], ports: [{ port: 32080 }, { port: 32090 }]", null)]
    public void Two_ports_of_a_security_group_become_one_range(string ingress, string? warning) =>
        WarningsOf(SmallFleet.TextWith(Binding, $"{Binding}        networking: {{ ingress: [{{ {ingress} }}] }}\n"))
            .Should()
            .Equal(warning is null ? [] : [$"fleet.yaml(30,42): warning W002: clusters.blue.bindings[0].networking.ingress[0].ports {warning}"]);

    [Theory]
    [InlineData("1.35", "2027-03-26", null)]
    [InlineData("1.35", "2027-03-27", "is in extended support since 2027-03-27, which costs more, until 2028-03-27: upgrade to '1.36', got '1.35'")]
    [InlineData("1.33", "2026-11-27", "is in extended support since 2026-07-29, which costs more, until 2027-07-29: upgrade to '1.34', got '1.33'")]
    [InlineData("1.31", "2026-11-27", "is out of support since 2026-11-26: EKS creates no cluster of it, and upgrades one by itself at any time, got '1.31'")]
    [InlineData("1.12", "2026-11-27", "is out of support since 2025-11-26: EKS creates no cluster of it, and upgrades one by itself at any time, got '1.12'")]
    [InlineData("1.99", "2099-01-01", null)]
    public void A_version_whose_standard_support_has_ended_is_named_with_the_date(string version, string today, string? warning) =>
        WarningsOf(SmallFleet.TextWith("    delivery: helm\n", $"    version: \"{version}\"\n"), DateOnly.Parse(today, CultureInfo.InvariantCulture))
            .Should()
            .Equal(warning is null ? [] : [$"fleet.yaml(24,14): warning W003: clusters.blue.version {warning}"]);

    [Fact]
    public void The_sample_fleet_has_no_warnings_on_the_day_that_its_versions_were_chosen() =>
        WarningsOf(FleetFile.ReadText(Repository.PathOf("fleet.yaml")), new DateOnly(2026, 11, 27)).Should().BeEmpty();

    /// <summary>terraform-aws-modules/terraform-aws-alb#400: CloudFront's list weighs 55 of the 60 rules of a security group.</summary>
    [Theory]
    [InlineData("", "", true)]
    [InlineData("    quotas: { securityGroupRules: 110 }\n", "", false)]
    [InlineData("", "suppressWarnings: { W004: our list has 3 entries }\n", false)]
    public void A_prefix_list_may_fill_a_security_group(string quotas, string suppressed, bool warns) =>
        WarningsOf(
                SmallFleet
                    .TextWith("    ingressCidrs: [0.0.0.0/0]\n", $"    ingressPrefixLists: [pl-4fa04526]\n{quotas}")
                    .Replace(
                        "      http:\n",
                        "      alt: { port: 8080, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }\n      http:\n",
                        StringComparison.Ordinal
                    )
                    .Replace("vpc:", $"{suppressed}vpc:", StringComparison.Ordinal)
            )
            .Should()
            .Equal(
                warns
                    ?
                    [
                        "fleet.yaml(10,25): warning W004: loadBalancers.public.ingressPrefixLists count as 110 rules of a security group, "
                            + "which has at most 60, if each is as long as CloudFront's: 55 for each of 2 listeners. Raise the quota "
                            + "'Inbound or outbound rules per security group', and set it as 'quotas.securityGroupRules'",
                    ]
                    : []
            );

    [Theory]
    [InlineData("maxSize: 1000", false)]
    [InlineData("maxSize: 1001", true)]
    public void Nodes_may_fill_a_load_balancer(string maxSize, bool warns) =>
        WarningsOf(SmallFleet.TextWith("maxSize: 2", maxSize))
            .Should()
            .Equal(
                warns
                    ?
                    [
                        "fleet.yaml(9,5): warning W005: loadBalancers.public may get 1001 targets, one for each node of a bound cluster and target "
                            + "group, of at most 1000: raise the quota 'Targets per Application Load Balancer', and set it as 'quotas.targets'",
                    ]
                    : []
            );

    [Theory]
    [InlineData("minSize: 1, maxSize: 3", "")]
    [InlineData("minSize: 0, maxSize: 2", "")]
    [InlineData(
        "minSize: 2, maxSize: 3",
        "fleet.yaml(27,55): warning W006: clusters.blue.nodeGroups.default.minSize is above the deployed 1: EKS refuses it while fewer nodes run, got 2; "
            + "where that is so, first run 'aws eks update-nodegroup-config --cluster-name blue --nodegroup-name default-349de9e0 --scaling-config "
            + "maxSize=2,desiredSize=2'"
    )]
    [InlineData(
        "minSize: 1, maxSize: 1",
        "fleet.yaml(27,67): warning W006: clusters.blue.nodeGroups.default.maxSize is below the deployed 2: EKS refuses it while more nodes run, got 1; "
            + "where that is so, first run 'aws eks update-nodegroup-config --cluster-name blue --nodegroup-name default-349de9e0 --scaling-config "
            + "maxSize=2,desiredSize=1'"
    )]
    [InlineData("minSize: 2, maxSize: 3, diskSize: 40", "")]
    public void Nodes_that_run_may_be_outside_of_new_limits(string limits, string expected) =>
        string.Join('\n', WarningsOfChange(SmallFleet.Text, SmallFleet.TextWith("minSize: 1, maxSize: 2", limits))).Should().Be(expected);

    [Theory]
    [InlineData("headers: { response: { X-Frame-Options: SAMEORIGIN } }", false)]
    [InlineData("headers: {}", true)]
    [InlineData("tlsPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06", true)]
    public void A_header_that_is_left_out_is_still_added(string then, bool warns)
    {
        const string http = "        protocol: HTTP\n";
        const string https =
            "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555\n        ";
        var before = SmallFleet.TextWith(http, $"{https}headers: {{ response: {{ X-Frame-Options: DENY }} }}\n");

        WarningsOfChange(before, SmallFleet.TextWith(http, $"{https}{then}\n"))
            .Select(warning => warning[warning.IndexOf("warning", StringComparison.Ordinal)..])
            .Should()
            .Equal(
                warns
                    ?
                    [
                        "warning W007: loadBalancers.public.listeners.http.headers has no 'X-Frame-Options' any more, which clients still get: the AWS "
                            + "provider cannot take a header away; run 'aws elbv2 modify-listener-attributes' with an empty value for it",
                    ]
                    : []
            );
    }

    [Theory]
    [InlineData("autoApply: true", "autoApply")]
    [InlineData("autoApplyRunTrigger: true", "autoApplyRunTrigger")]
    public void Runs_of_commits_are_applied_in_no_order_without_a_confirmation(string setting, string key)
    {
        var text = SmallFleet.TextWith(
            "vpc:",
            "clusterAuthentication: token\nbackend: { cloud: { organization: example, project: shop, workspaces: managed, vcsRepo: { "
                + $"identifier: example/shop, oauthTokenId: ot-hmAyP66qk2AMVdbJ }}, {setting} }} }}\nvpc:"
        );

        WarningsOfChange(text, text)
            .Select(warning => warning[warning.IndexOf("warning", StringComparison.Ordinal)..])
            .Should()
            .Equal(
                $"warning W008: backend.cloud.{key} applies stacks side by side, because a run waits for no other workspace: leave it out, and confirm the "
                    + "runs in the order of the stacks"
            );
    }

    private static IEnumerable<string> WarningsOfChange(string deployed, string text)
    {
        var warnings = new List<FleetWarning>();
        new FleetReader("fleet.yaml", new WarningOptions { OnWarning = warnings.Add }) { Deployed = FleetFile.Parse(deployed) }.Read(text);
        return warnings.Select(warning => $"{warning}");
    }

    [Fact]
    public void Only_known_warnings_are_suppressed() =>
        SmallFleet
            .FaultsWith("vpc:", "suppressWarnings: { W999: why not }\nvpc:")
            .Should()
            .Be(
                "fleet.yaml(4,27): suppressWarnings.W999 has a name that must be the code of a warning, W001, W002, W003, W004, W005, W006, W007, W008, "
                    + "got 'W999'"
            );

    [Fact]
    public void Strict_warnings_are_errors()
    {
        var parse = () => FleetFile.Parse(SmallFleet.TextWith("vpc:", Cloud), "fleet.yaml", new WarningOptions { AreErrors = true });

        parse
            .Should()
            .Throw<FleetException>()
            .WithMessage(
                "fleet.yaml(4,19): backend.cloud runs Terraform where 'aws' is not installed, unless your agents have it: set 'clusterAuthentication: "
                    + "token' (W001)"
            );
    }

    [Fact]
    public void A_faulty_fleet_has_no_warnings()
    {
        var warnings = new List<FleetWarning>();
        var parse = () => FleetFile.Parse(SmallFleet.TextWith("vpc: vpc-0", $"{Cloud} vpc-"), "fleet.yaml", new WarningOptions { OnWarning = warnings.Add });

        parse.Should().Throw<FleetException>();
        warnings.Should().BeEmpty();
    }

    private static List<string> WarningsOf(string text, DateOnly? today = null)
    {
        var warnings = new List<string>();
        var options = new WarningOptions { Today = today ?? new DateOnly(2026, 11, 27), OnWarning = warning => warnings.Add($"{warning}") };
        FleetFile.Parse(text, "fleet.yaml", options);
        return warnings;
    }
}
