using FluentAssertions;
using Mooring.StandIns.Remote;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>How many rules a security group may have.</summary>
public class SecurityGroupRulesTests
{
    private const string Exceeded = "*RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached.*";

    private readonly PretendedAws _aws = new();

    [Fact]
    public void A_security_group_has_sixty_rules_of_a_direction()
    {
        for (var port = 1; port <= 60; port++)
        {
            Create("sg-1", port, "cidr_ipv4", "10.0.0.0/8");
        }

        FluentActions.Invoking(() => Create("sg-1", 61, "cidr_ipv4", "10.0.0.0/8")).Should().Throw<RemoteException>().WithMessage(Exceeded);
        Create("sg-2", 61, "cidr_ipv4", "10.0.0.0/8");
        _aws.Account.SecurityGroupRules = 61;
        Create("sg-1", 61, "cidr_ipv4", "10.0.0.0/8");
    }

    [Fact]
    public void A_prefix_list_counts_with_its_maximum_number_of_entries()
    {
        Create("sg-1", 80, "prefix_list_id", "pl-4fa04526");

        FluentActions.Invoking(() => Create("sg-1", 443, "prefix_list_id", "pl-4fa04526")).Should().Throw<RemoteException>().WithMessage(Exceeded);
        _aws.Account.PrefixListEntries = 5;
        Create("sg-1", 443, "prefix_list_id", "pl-4fa04526");
    }

    private void Create(string group, int port, string source, string value) =>
        _aws.Create(
            "aws_vpc_security_group_ingress_rule",
            $$"""
            { "security_group_id": "{{group}}", "ip_protocol": "tcp", "from_port": {{port}}, "to_port": {{port}}, "{{source}}": "{{value}}" }
            """
        );
}
