using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit.Fleets.Generated;
using Mooring.TestKit.Fuzzing;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>Of two faults planted in a good fleet, at places that do not depend on each other, neither hides the other.</summary>
public class PlantedPairTests
{
    private const int Few = 300;

    private static readonly FleetDocument[] s_fleets =
    [
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything.yaml"),
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything-else.yaml"),
        FleetDocument.Read("fleet.yaml"),
    ];

    /// <summary>
    /// What a fault is judged by beside its own value: with another fault there, it is not known. The first pattern is the fault's place, the others
    /// are those it depends on.
    /// </summary>
    private static readonly (string Place, string[] On)[] s_dependencies =
    [
        // An ARN is compared with the fleet's region.
        ("loadBalancers.*.listeners.*.certificate", ["region"]),
    ];

    [Fact]
    public void Both_faults_of_a_pair_are_reported()
    {
        var random = new Random(FuzzSize.Seed);
        var wrong = new List<string>();
        foreach (var fleet in s_fleets)
        {
            var single = SinglesOf(fleet);
            for (var count = 0; count < FuzzSize.Or(Few) / s_fleets.Length; count++)
            {
                var (one, other) = (single[random.Next(single.Length)], single[random.Next(single.Length)]);
                if (!one.Place.Touches(other.Place) && !DependOnEachOther(one.Place, other.Place))
                {
                    var faults = fleet.Planted(one.Place, one.Value.DeepClone()).Planted(other.Place, other.Value.DeepClone()).Faults();
                    string[] paths = [.. faults.Select(fault => fault.Path)];
                    wrong.AddRange(
                        new[] { (one, other), (other, one) }
                            .Where(pair => !paths.Contains(pair.Item1.Place.Path))
                            .Select(pair =>
                                $"{pair.Item1.Place} = {pair.Item1.Value.ToJsonString()} is hidden by {pair.Item2.Place} = {pair.Item2.Value.ToJsonString()}"
                            )
                    );
                }
            }
        }

        wrong.Should().BeEmpty("seed {0}", FuzzSize.Seed);
    }

    /// <summary>The faults that are reported at their place when they are alone.</summary>
    private static (FleetPlace Place, JsonNode Value)[] SinglesOf(FleetDocument fleet) =>
        [
            .. PlantedFault
                .All.SelectMany(fault => fleet.Places(fault.Pattern).Take(3).Select(place => (place, fault.Value)))
                .Where(each => fleet.Planted(each.place, each.Value.DeepClone()).Faults() is [var fault] && fault.Path == each.place.Path),
            .. fleet.TypedScalars().Select(place => (place, (JsonNode)new JsonArray("planted"))),
        ];

    private static bool DependOnEachOther(FleetPlace one, FleetPlace other) => Depends(one, other) || Depends(other, one);

    private static bool Depends(FleetPlace place, FleetPlace on) =>
        s_dependencies.Any(each => place.Matches(each.Place) && each.On.Any(pattern => on.Matches(pattern)));
}
