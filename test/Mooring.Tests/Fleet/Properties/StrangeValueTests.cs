using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.TestKit.Fleets.Generated;
using Mooring.TestKit.Fuzzing;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>Whatever stands in any place of a fleet file, and whatever its key is called: it is a fleet that can be planned, or errors with places.</summary>
public class StrangeValueTests
{
    private const int Few = 500;

    private static readonly FleetDocument[] s_fleets =
    [
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything.yaml"),
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything-else.yaml"),
        FleetDocument.Read("fleet.yaml"),
    ];

    private static readonly Func<JsonNode?>[] s_values =
    [
        () => "",
        () => null,
        () => 7,
        () => -1,
        () => 2147483647,
        () => true,
        () => "~",
        () => new JsonArray(),
        () => new JsonObject(),
        () => new JsonArray(""),
        () => new JsonArray(null, new JsonArray()),
        () => new JsonObject { ["a"] = "" },
        () => new string('x', 300_000),
        () => "a\nb",
        () => "\e[2J\n::error::x ##vso[x] \u202e",
        () => " ",
        () => "é",
    ];

    private static readonly string[] s_keys = ["", "~", "7", "a.b[0]", "a\nb", "\e[2J", "<<", new string('k', 100_000)];

    /// <summary>Texts that AWS and Kubernetes accept without a character.</summary>
    private static readonly string[] s_mayBeEmpty = ["body", "query", "replace", "value"];

    [Fact]
    public void Any_value_in_any_place_is_a_fleet_or_errors_with_places()
    {
        var inputs = s_fleets
            .SelectMany(fleet => fleet.All().SelectMany(place => s_values.Select(value => (Fleet: fleet, Place: place, Value: value))))
            .ToArray();

        var wrong = FuzzSize
            .Some(inputs, Few)
            .Select(input => (input.Place, Verdict: FleetVerdict.Of(input.Fleet.With(input.Place, input.Value()).Text)))
            .Where(input => input.Verdict is not null)
            .Select(input => $"{input.Place}: {input.Verdict}");

        wrong.Take(20).Should().BeEmpty("seed {0}", FuzzSize.Seed);
    }

    [Fact]
    public void Any_name_for_any_key_is_a_fleet_or_errors_with_places()
    {
        var inputs = s_fleets
            .SelectMany(fleet =>
                fleet.All().Where(place => place.Way[^1] is string).SelectMany(place => s_keys.Select(key => (Fleet: fleet, Place: place, Key: key)))
            )
            .ToArray();

        var wrong = FuzzSize
            .Some(inputs, Few)
            .Select(input => (input.Place, Verdict: FleetVerdict.Of(input.Fleet.WithKey(input.Place, input.Key))))
            .Where(input => input.Verdict is not null)
            .Select(input => $"{input.Place}: {input.Verdict}");

        wrong.Take(20).Should().BeEmpty("seed {0}", FuzzSize.Seed);
    }

    [Fact]
    public void A_text_of_no_characters_is_an_error_unless_it_is_a_value_of_the_user()
    {
        var places = s_fleets.SelectMany(fleet => fleet.Scalars().Select(place => (Fleet: fleet, Place: place))).ToArray();

        var accepted = places
            .Where(each => !IsOfUser(each.Place))
            .Where(each => each.Fleet.Planted(each.Place, "").Faults() is var faults && !faults.Any(fault => fault.Path == each.Place.Path))
            .Select(each => each.Place.Path);

        accepted.Should().BeEmpty();
    }

    [Theory]
    [InlineData("loadBalancers")]
    [InlineData("clusters")]
    [InlineData("argoCd")]
    [InlineData("controller")]
    public void A_typo_in_the_name_of_a_part_that_others_need_is_one_error(string part)
    {
        foreach (var fleet in s_fleets.Where(fleet => fleet.Root.ContainsKey(part)))
        {
            var faults = FleetDocument.FaultsOf(fleet.WithKey(new FleetPlace([part]), part[..^1]));

            faults.Should().ContainSingle().Which.Should().BeOfType<Fault>().Which.Message.Should().Be($"is not a known key: did you mean '{part}'?");
        }
    }

    private static bool IsOfUser(FleetPlace place) =>
        s_mayBeEmpty.Contains(place.Way[^1])
        || place.Way is [.., "values", int]
        || place.Way is [.., string map, string] && map is "tags" or "labels" or "annotations" or "matchLabels" or "requestParameters" or "nodeSelector"
        || place.Path.Contains("controller.values.", StringComparison.Ordinal)
        || place.Way is ["environment"];
}
