using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>A single fault planted in a good fleet is the only one that is reported, at its line.</summary>
public class PlantedFaultTests
{
    private static readonly FleetDocument[] s_fleets =
    [
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything.yaml"),
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything-else.yaml"),
        FleetDocument.Read("fleet.yaml"),
        FleetDocument.Read("docs", "examples", "locations", "fleet.yaml"),
        FleetDocument.Read("docs", "examples", "locations", "guest.yaml"),
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "workspaces.yaml"),
    ];

    public static TheoryData<int> Faults => new(Enumerable.Range(0, PlantedFault.All.Count));

    [Fact]
    public void The_fleets_have_no_errors_by_themselves() => s_fleets.SelectMany(fleet => fleet.Faults()).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_value_outside_its_limits_is_reported_where_it_stands_and_nothing_else(int number)
    {
        var fault = PlantedFault.All[number];

        PlacesOf(fault).Take(1).Should().NotBeEmpty("{0} must be planted somewhere", fault).And.AllSatisfy(at => IsReported(fault, at.Fleet, at.Place));
    }

    /// <summary>Apart from the first place of each fault, which are enough where tests must be fast.</summary>
    [Fact]
    public void So_it_is_at_every_other_place() =>
        PlantedFault
            .All.SelectMany(fault => PlacesOf(fault).Skip(1).Select(at => (Fault: fault, at.Fleet, at.Place)))
            .Should()
            .AllSatisfy(at => IsReported(at.Fault, at.Fleet, at.Place));

    /// <summary>A number is not a name, and a name is not a number: the error reports exactly that.</summary>
    [Fact]
    public void A_value_of_another_type_is_reported_where_it_stands_and_nothing_else()
    {
        var wrong = s_fleets
            .SelectMany(fleet => fleet.TypedScalars().Select(place => (Place: place, Planted: fleet.With(place, new JsonArray("planted")))))
            .Select(pair => (pair.Place, pair.Planted.Line, Faults: FleetDocument.FaultsOf(pair.Planted.Text)))
            .Where(pair => pair.Faults is not [var fault] || (fault.Path, fault.Line) != (pair.Place.Path, pair.Line))
            .Select(pair => $"{pair.Place}: {string.Join(" AND ", pair.Faults)}");

        wrong.Should().BeEmpty();
    }

    private static IEnumerable<(FleetDocument Fleet, FleetPlace Place)> PlacesOf(PlantedFault fault) =>
        s_fleets
            .SelectMany(fleet => fleet.Places(fault.Pattern).Select(place => (Fleet: fleet, Place: place)))
            .Where(at => IsBroken(at.Fleet, at.Place, fault));

    private static void IsReported(PlantedFault fault, FleetDocument fleet, FleetPlace place)
    {
        var (text, line) = fleet.With(place, fault.Value.DeepClone());

        var reported = FleetDocument.FaultsOf(text).Should().ContainSingle("{0} in {1} is one fault", fault, place).Subject;
        (reported.Path, reported.Line).Should().Be((place.Path, line));
        reported.Message.Should().Contain(fault.Says);
    }

    /// <summary>Some values break their limit only together with another one, such as a timeout that is longer than the interval.</summary>
    private static bool IsBroken(FleetDocument fleet, FleetPlace place, PlantedFault fault) =>
        fault.Says switch
        {
            var says when says.Contains("interval of 15", StringComparison.Ordinal) => $"{new FleetPlace([.. place.Way[..^1], "interval"]).Get(fleet.Root)}"
                == "15",
            var says when says.Contains("of a cluster that is created", StringComparison.Ordinal) => new FleetPlace([.. place.Way[..^1], "existing"]).Get(
                fleet.Root
            )
                is null,
            "eu-west-1" => $"{fleet.Root["region"]}" == "eu-west-1" && new FleetPlace([.. place.Way[..2], "location"]).Get(fleet.Root) is null,
            // The Argo CD of another fleet runs in a cluster of any name.
            _ => fault.Pattern != "argoCd.cluster" || new FleetPlace(["argoCd", "existing"]).Get(fleet.Root) is null,
        };
}
