using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Traffic;

/// <summary>A rule with more hosts than AWS takes is edited, and Terraform applies it while clients ask for all of them.</summary>
public class SplitRuleTests
{
    /// <summary>The record does not know which hosts are deployed before the first split: one that is pushed out is in both parts meanwhile.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("a b c d e", "a b c d e f")]
    [InlineData("a b c d e", "new a b c d e")]
    [InlineData("a b c d e f g h i j k", "x a b d k e f")]
    public async Task Hosts_come_and_go_without_a_lost_request(string before, string after)
    {
        var deployed = FleetFile.Parse(TextOf(before));

        var (traffic, _) = await TwoClusters.ChangeAsync(deployed, FleetFile.ParseChange(TextOf(after), deployed));

        traffic.Findings.Should().BeEmpty();
        traffic.NotYetServed.Should().BeEmpty();
    }

    /// <summary>What the record is for: without it, the host would be taken out of part 2 before part 1 has it.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_host_that_moves_to_an_earlier_part_loses_requests()
    {
        var first = FleetFile.Parse(TextOf("a b c d e f"));
        var deployed = FleetFile.ParseChange(TextOf("a b c d f"), first);
        var lost = FleetFile.Parse(TextOf("a b c d f"));

        var (traffic, _) = await TwoClusters.ChangeAsync(deployed, lost);

        traffic.Findings.Should().ContainSingle().Which.Requests.Should().Equal("shop-public:80 f.example.com/");
    }

    private static string TextOf(string hosts) =>
        TwoClusters
            .TextOf("blue 1")
            .Replace(
                "hosts: [shop.example.com]",
                $"hosts: [{string.Join(", ", hosts.Split(' ').Select(host => $"{host}.example.com"))}]",
                StringComparison.Ordinal
            )
            .Replace("                        priority: 10\n", string.Empty, StringComparison.Ordinal);
}
