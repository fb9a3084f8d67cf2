using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Stacks.Slices;
using Mooring.Synthesis.Reuse;
using Mooring.TargetGroupBindings;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Stacks.Slices;

/// <summary>The fleets that use every key of the fleet file, as the JSON that fingerprints are made of.</summary>
public class SliceJsonTests
{
    /// <summary>What no stack sees: the checks read it, or another command.</summary>
    private static readonly string[] s_unseen = ["ArgoCd.GitOps.", ".Quotas.", "SuppressWarnings."];

    /// <summary>What refers to another part of the fleet cannot be any text; IncrementalSynthesisTests changes it.</summary>
    private static readonly string[] s_references = ["ArgoCd.Cluster", ".LoadBalancer", ".TargetGroupRef"];

    public static TheoryData<string> Fleets => ["everything", "everything-else"];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void A_fleet_file_is_read_completely(string name)
    {
        var fleet = Read(name);

        SliceJson.Read(SliceWriter.Write(fleet)).Should().BeEquivalentTo(fleet);
    }

    [Fact]
    public void A_port_number_differs_from_a_port_of_that_name()
    {
        var fleet = FleetFile.Parse(SmallFleet.Text);
        var blue = fleet.Clusters["blue"];
        var named = blue with { Bindings = [blue.Bindings[0] with { Service = blue.Bindings[0].Service with { Port = new ServicePort("80") } }] };

        SliceWriter
            .Write(
                fleet with
                {
                    Clusters = fleet
                        .Clusters.Append(new("blue", named))
                        .GroupBy(pair => pair.Key)
                        .ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value),
                }
            )
            .Should()
            .NotEqual(SliceWriter.Write(fleet));
    }

    /// <summary>A change of any key changes some stack, for at least one of the places of the key in the fleet.</summary>
    [Theory]
    [MemberData(nameof(Fleets))]
    public void Every_key_is_seen_by_a_stack(string name)
    {
        var document = new FleetDocument((JsonObject)JsonNode.Parse(SliceWriter.Write(Read(name)))!);
        var before = Slices(document.Root);

        var unseen = document
            .Scalars()
            .Where(place => !s_references.Any(place.Path.EndsWith) && !s_unseen.Any(place.Path.Contains))
            .GroupBy(KeyOf)
            .Where(places => places.All(place => Slices(With(document, place)).SequenceEqual(before)));

        unseen.Select(places => places.Key).Should().BeEmpty();
    }

    private static FleetSpec Read(string name) => FleetFile.Read(Repository.PathOf("test", "Mooring.TestKit", "Fleets", $"{name}.yaml"));

    private static string[] Slices(JsonObject fleet) => [.. FleetLayout.Plan(fleet.Deserialize(SliceJson.Default.FleetSpec)!).Select(StackRecord.SliceOf)];

    /// <summary>The key without the user's own names, which begin with a small letter, and the places in lists.</summary>
    private static string KeyOf(FleetPlace place) => string.Join('.', place.Way.OfType<string>().Where(step => char.IsAsciiLetterUpper(step[0])));

    /// <summary>Another number, another text, the other truth.</summary>
    private static JsonObject With(FleetDocument document, FleetPlace place)
    {
        var copy = (JsonObject)document.Root.DeepClone();
        var value = place.Get(copy)!;
        place.Set(
            copy,
            value.GetValueKind() switch
            {
                JsonValueKind.Number => value.GetValue<int>() + 1,
                JsonValueKind.String => $"{value}x",
                _ => !value.GetValue<bool>(),
            }
        );
        return copy;
    }
}
