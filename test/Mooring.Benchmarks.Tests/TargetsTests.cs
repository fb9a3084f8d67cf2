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
        Of([Fleet(1)]).Skip(1).Should().AllSatisfy(target => target.Required.Text.Should().Be("not measured"));

    [Fact]
    public void A_ratio_is_met_up_to_its_limit()
    {
        var cold = Of([Fleet(100, cold: 20)])[1];

        cold.Required.Should().Be(new Verdict("1.0 of TypeScript", "1.00", IsMet: true));
        cold.ReachedFor.Should().Be(new Verdict("1.0 of lazy", "2.00", IsMet: false));
    }

    [Fact]
    public void A_run_without_changes_must_not_start_node()
    {
        Of([Fleet(100, unchanged: 0.5)])[3].Required.Text.Should().Be("**met**");
        Of([Fleet(100, unchanged: 0.5) with { StartsNodeWhenUnchanged = true }])[3]
            .Required.Should()
            .Be(new Verdict("0.05 of TypeScript, Node.js not started", "0.025, Node.js started", IsMet: false));
    }

    [Theory]
    [InlineData(54, true)]
    [InlineData(56, false)]
    public void In_a_large_fleet_a_new_cluster_costs_at_most_a_tenth_more(double seconds, bool isMet) =>
        Of([Fleet(1, cold: 1), Fleet(100, cold: 10.9), Fleet(500, cold: seconds)])[2].Required.IsMet.Should().Be(isMet);

    [Fact]
    public void Memory_is_measured_against_a_limit_and_the_peer()
    {
        var memory = Of([Fleet(500)])[5];

        memory.Required.Should().Be(new Verdict("under 600 MB", "300 MB", IsMet: true));
        memory.ReachedFor.Should().Be(new Verdict("under TypeScript's", "0.30", IsMet: true));
    }

    private static IReadOnlyList<Target> Of(IReadOnlyList<FleetResult> fleets) =>
        new Targets(new BenchmarkResults(Fleet(3) with { Clusters = null }, fleets, new AppCommandResult("dotnet run", 1, Took(1)))).All;

    private static FleetResult Fleet(int clusters, double cold = 5, double unchanged = 1) =>
        new(
            "fleet",
            clusters,
            1,
            new OutputSize(0, 0, 0, 0),
            StartsNodeWhenUnchanged: false,
            new Dictionary<Contender, ContenderResult>
            {
                [Contender.Cold] = Took(cold, memory: 300_000_000),
                [Contender.OneChanged] = Took(2),
                [Contender.Unchanged] = Took(unchanged),
                [Contender.TypeScript] = Took(20, memory: 1_000_000_000),
                [Contender.TypeScriptLazy] = Took(10),
                [Contender.Write] = Took(0.1),
                [Contender.Read] = Took(0.1),
            }
        );

    private static ContenderResult Took(double seconds, long? memory = null) =>
        new(new Summary(seconds, seconds, seconds), new Summary(seconds, seconds, seconds), memory);
}
