using FluentAssertions;
using Mooring.Fleet.Checks;
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
    [InlineData("ports: [{ port: 53, protocol: TCP }, { port: 54, protocol: UDP }]", null)]
    [InlineData("from: [{ cidr: 10.0.0.0/8 }], ports: [{ port: 32080 }, { port: 32090 }]", null)]
    public void Two_ports_of_a_security_group_become_one_range(string ingress, string? warning) =>
        WarningsOf(SmallFleet.TextWith(Binding, $"{Binding}        networking: {{ ingress: [{{ {ingress} }}] }}\n"))
            .Should()
            .Equal(warning is null ? [] : [$"fleet.yaml(30,42): warning W002: clusters.blue.bindings[0].networking.ingress[0].ports {warning}"]);

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

    [Fact]
    public void Every_code_has_a_section_and_every_section_a_code() =>
        File.ReadLines(Repository.PathOf("docs", "messages.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..])
            .Should()
            .Equal(WarningChecks.Codes);

    private static List<string> WarningsOf(string text)
    {
        var warnings = new List<string>();
        FleetFile.Parse(text, "fleet.yaml", new WarningOptions { OnWarning = warning => warnings.Add($"{warning}") });
        return warnings;
    }
}
