using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The schema and the checks agree on which keys exclude each other.</summary>
public class SchemaChoicesTests
{
    public static TheoryData<string> Choices => new(SchemaChoices.All.Select(choice => choice.Record.Name));

    public static TheoryData<string> RequiredChoices => new(SchemaChoices.All.Where(choice => choice.IsRequired).Select(choice => choice.Record.Name));

    [Theory]
    [MemberData(nameof(Choices))]
    public void Two_keys_of_a_choice_are_refused(string record)
    {
        var choice = SchemaChoices.All.Single(choice => choice.Record.Name == record);
        var planted =
            from used in Uses(choice)
            from other in choice.Keys
            where other != used.Key
            select used.Value.Fleet.With(new FleetPlace([.. used.Value.Place.Way, other]), ExampleOf(choice.Record, other)).Text;

        ShouldBeRefused(planted);
    }

    [Theory]
    [MemberData(nameof(RequiredChoices))]
    public void No_key_of_a_choice_is_refused_where_one_is_required(string record) =>
        ShouldBeRefused(
            Uses(SchemaChoices.All.Single(choice => choice.Record.Name == record)).Select(used => used.Value.With(Without(used.Value.Node!, used.Key)))
        );

    private static void ShouldBeRefused(IEnumerable<string> texts)
    {
        var planted = texts.ToArray();

        planted.Should().NotBeEmpty();
        planted.Where(text => FleetDocument.FaultsOf(text).Count == 0).Should().BeEmpty("the checks refuse them");
        planted.Where(text => FleetSchemaValidator.ErrorsOf(text).Count == 0).Should().BeEmpty("the schema refuses them");
    }

    /// <summary>The records of the sample fleets that have one of the keys.</summary>
    private static IEnumerable<(FleetValue Value, string Key)> Uses((Type Record, bool IsRequired, string[] Keys) choice) =>
        from value in SampleFleets.Documents.SelectMany(FleetValue.In)
        where value.Type.Type == choice.Record
        from key in choice.Keys
        where value.Node![key] is not null
        select (value, key);

    private static JsonNode ExampleOf(Type record, string key) => YamlAsJson.Of(KeyExamples.Of(record, FleetKeys.KeyOf(record, key))!) ?? new JsonObject();

    private static JsonNode Without(JsonNode map, string key)
    {
        var copy = map.DeepClone();
        copy.AsObject().Remove(key);
        return copy;
    }
}
