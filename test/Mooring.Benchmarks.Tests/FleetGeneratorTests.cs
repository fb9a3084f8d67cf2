using FluentAssertions;
using Mooring.Benchmarks.Fleets;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>The fleets of the benchmark are valid fleets, also when the sample changes.</summary>
public class FleetGeneratorTests
{
    private static readonly FleetDocument s_sample = FleetDocument.Read(Repository.PathOf("fleet.yaml"));
    private static readonly FleetGenerator s_generator = new(new SamplePieces(s_sample));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(100)]
    [InlineData(500)]
    public void A_fleet_of_any_size_has_no_faults(int clusters)
    {
        var fleet = Parse(s_generator.Generate(clusters));

        fleet.Clusters.Should().HaveCount(clusters + 1);
        fleet.LoadBalancers.Keys.Where(name => name.StartsWith("public-", StringComparison.Ordinal)).Should().HaveCount((clusters + 9) / 10);
        fleet.LoadBalancers.Keys.Where(name => name.StartsWith("internal-", StringComparison.Ordinal)).Should().HaveCount((clusters + 1) / 2);
    }

    [Fact]
    public void Pairs_are_like_the_samples()
    {
        var fleet = Parse(s_generator.Generate(12));

        fleet.Clusters.Keys.Should().StartWith(["root", "blue-001", "green-002", "blue-003"]);
        fleet.Clusters["blue-011"].Bindings.Select(binding => binding.LoadBalancer).Should().Equal("public-02", "internal-011");
        fleet.Clusters["green-012"].Bindings.Select(binding => binding.LoadBalancer).Should().Equal("public-02");
        var rules = fleet.LoadBalancers["public-02"].Listeners["https"].Rules;
        rules.Select(rule => rule.Name).Should().Equal("shop-006", "blue-011", "green-012");
        rules.SelectMany(rule => rule.Hosts).Should().Equal("shop-006.example.com", "blue-011.shop.example.com", "green-012.shop.example.com");
        rules[0].Forward!.TargetGroups.Select(target => (target.Cluster, target.Weight)).Should().Equal(("blue-011", 90), ("green-012", 10));
    }

    [Fact]
    public void The_sample_is_written_as_it_is_read() => Parse(s_sample).Should().BeEquivalentTo(FleetFile.Read(Repository.PathOf("fleet.yaml")));

    [Theory]
    [InlineData(1, "blue-001")]
    [InlineData(10, "blue-005")]
    public void An_upgrade_changes_the_version_of_one_cluster(int clusters, string upgraded)
    {
        var fleet = s_generator.Generate(clusters);
        var before = fleet.ToString().Split('\n');

        var after = Parse(fleet.WithOneClusterUpgraded());

        after.Clusters[upgraded].Version.Should().Be("1.37");
        fleet.WithOneClusterUpgraded().ToString().Split('\n').Where((line, index) => line != before[index]).Should().ContainSingle();
    }

    private static FleetSpec Parse(FleetDocument fleet) => FleetFile.Parse(fleet.ToString());
}
