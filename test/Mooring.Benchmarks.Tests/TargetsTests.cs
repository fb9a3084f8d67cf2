using FluentAssertions;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Results;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>When a target is met.</summary>
public class TargetsTests
{
    [Fact]
    public void A_goal_without_a_measurement_is_not_met() =>
        Of([Fleet(1)])
            .Skip(1)
            .SkipLast(1)
            .Should()
            .AllSatisfy(target =>
            {
                target.Required.Text.Should().Be("not measured");
                target.ReachedFor.Text.Should().Be("not measured");
            });

    [Fact]
    public void A_ratio_is_met_up_to_its_limit()
    {
        var cold = Of([Fleet(100, cold: 5)])[2];

        cold.Required.Should().Be(new Verdict("0.5 of lazy", "0.50", IsMet: true));
        cold.ReachedFor.Should().Be(new Verdict("0.25 of lazy", "0.50", IsMet: false));
    }

    [Fact]
    public void Each_target_has_its_aims() =>
        Of([])
            .Select(target => (target.What, target.Required.Aim, target.ReachedFor.Aim))
            .Should()
            .Equal(
                ("cold, sample fleet", "1.5 of lazy", "0.8 of lazy"),
                ("cold, 10 clusters", "1.2 of lazy", "0.6 of lazy"),
                ("cold, 100 clusters", "0.5 of lazy", "0.25 of lazy"),
                ("cold, 500 clusters", "0.33 of lazy", "0.15 of lazy"),
                ("cost of a cluster more, 100 to 500, against 10 to 100", "grows by no more than 10 %", "constant"),
                ("peak memory, 500 clusters, all processes", "under 250 MB", "under 150 MB"),
                ("nothing changed, 100 clusters", "2.0 of reading and hashing", "1.2 of reading and hashing"),
                ("`dotnet run`, nothing to build, nothing changed", "2.5 s", "under lazy through ts-node")
            );

    [Fact]
    public void A_fleet_is_measured_by_the_targets_of_its_size() =>
        Of([Fleet(10, cold: 1), Fleet(100, cold: 2), Fleet(500, cold: 3)])
            .Take(4)
            .Select(target => target.Required.Measured)
            .Should()
            .Equal("0.40", "0.10", "0.20", "0.30");

    [Theory]
    [InlineData(53.9, true, false)]
    [InlineData(54.1, false, false)]
    [InlineData(50, true, true)]
    public void In_a_large_fleet_a_new_cluster_costs_at_most_a_tenth_more(double seconds, bool isMet, bool isReached)
    {
        // From 10 to 100 a cluster costs 0.1 s.
        var cost = Of([Fleet(1, cold: 0.5), Fleet(10, cold: 1), Fleet(100, cold: 10), Fleet(500, cold: seconds)])[4];

        (cost.Required.IsMet, cost.ReachedFor.IsMet).Should().Be((isMet, isReached));
    }

    [Fact]
    public void The_cost_of_a_cluster_needs_three_sizes() => Of([Fleet(10), Fleet(500)])[4].Required.Text.Should().Be("not measured");

    [Fact]
    public void Memory_is_measured_against_limits()
    {
        var memory = Of([Fleet(500)])[5];

        memory.Required.Should().Be(new Verdict("under 250 MB", "200 MB", IsMet: true));
        memory.ReachedFor.Should().Be(new Verdict("under 150 MB", "200 MB", IsMet: false));
    }

    [Fact]
    public void A_run_without_changes_is_measured_against_reading()
    {
        var unchanged = Of([Fleet(100)])[6];

        unchanged.Required.Should().Be(new Verdict("2.0 of reading and hashing", "1.50", IsMet: true));
        unchanged.ReachedFor.Should().Be(new Verdict("1.2 of reading and hashing", "1.50", IsMet: false));
    }

    [Theory]
    [InlineData(2, "2.00 s", true, "0.67", true)]
    [InlineData(6, "6.00 s", false, "2.00", false)]
    public void The_apps_command_is_measured_in_seconds_and_against_ts_node(double seconds, string measured, bool isMet, string ratio, bool isReached)
    {
        var app = Of([], seconds)[7];

        app.Required.Should().Be(new Verdict("2.5 s", measured, isMet));
        app.ReachedFor.Should().Be(new Verdict("under lazy through ts-node", ratio, isReached));
    }

    private static IReadOnlyList<Target> Of(IReadOnlyList<FleetResult> fleets, double app = 1) =>
        new Targets(
            new BenchmarkResults(Fleet(3) with { Clusters = null }, fleets, new AppCommandResult("dotnet run", 1, Took(app), TsNode: Took(3), Took(2)))
        ).All;

    private static FleetResult Fleet(int clusters, double cold = 4) =>
        new(
            "fleet",
            clusters,
            1,
            new OutputSize(0, 0, 0, 0),
            new Dictionary<Contender, ContenderResult>
            {
                [Contender.Cold] = Took(cold, memory: 200_000_000),
                [Contender.ColdNode] = Took(2 * cold),
                [Contender.OneChanged] = Took(2),
                [Contender.Unchanged] = Took(0.15),
                [Contender.TypeScript] = Took(20, memory: 1_000_000_000),
                [Contender.TypeScriptLazy] = Took(10),
                [Contender.Write] = Took(0.1),
                [Contender.Read] = Took(0.1),
            }
        );

    private static ContenderResult Took(double seconds, long? memory = null) =>
        new(new Summary(seconds, seconds, seconds), new Summary(seconds, seconds, seconds), memory);
}
