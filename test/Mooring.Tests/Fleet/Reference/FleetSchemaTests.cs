using System.Text.Json.Nodes;
using FluentAssertions;
using FsCheck.Xunit;
using Mooring.TestKit.Fleets.Generated;
using Mooring.Tests.Fleet.Properties;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The schema accepts each fleet that the checks accept, and refuses what a schema can refuse.</summary>
[Properties(Arbitrary = [typeof(FleetGenerator)], QuietOnSuccess = true)]
public class FleetSchemaTests
{
    private const string ElsewhereInTheFile = "A schema cannot compare a name with the names of a mapping elsewhere in the file.";
    private const string RegexSyntax = "A pattern cannot tell a regular expression that AWS supports from others.";

    /// <summary>Faults that a schema cannot express, and why.</summary>
    private static readonly Dictionary<string, string> s_inexpressible = new()
    {
        ["argoCd.cluster = \"nobody\""] = ElsewhereInTheFile,
        ["argoCd.location = \"nowhere\""] = ElsewhereInTheFile,
        ["argoCd.guests.*.accounts.0 = \"111122223333\""] = "A pattern cannot compare an account with that of the root cluster.",
        ["assumeRole = …"] = "A pattern cannot compare the ARN's account with another value.",
        ["locations.*.assumeRole = …"] = "A pattern cannot compare the ARN's account with another value.",
        ["loadBalancers.*.location = \"nowhere\""] = ElsewhereInTheFile,
        ["loadBalancers.*.subnetCidrs.0 = \"10.0.0.1/8\""] = "A pattern cannot compare the bits of an address with the length of its prefix.",
        ["clusters.*.location = \"nowhere\""] = ElsewhereInTheFile,
        ["loadBalancers.*.renamed = \"a_b\""] = ElsewhereInTheFile,
        ["controller.tolerations.0.operator = \"Exists\""] = ElsewhereInTheFile,
        ["controller.tolerations.1.operator = \"Equal\""] = ElsewhereInTheFile,
        ["controller.tolerations.1.effect = \"NoSchedule\""] = ElsewhereInTheFile,
        ["loadBalancers.*.listeners.*.rules.*.hostRegexes.0 = \"(\""] = RegexSyntax,
        ["loadBalancers.*.listeners.*.rules.*.pathRegexes.0 = \"^/(?!api)\""] = RegexSyntax,
        ["loadBalancers.*.listeners.*.rules.*.headerRegexes.*.0 = \"\\\\p{L}\""] = RegexSyntax,
        ["loadBalancers.*.listeners.*.rules.*.transforms.hostHeader.regex = \"(a)\\\\1\""] = RegexSyntax,
        ["loadBalancers.*.listeners.*.rules.*.forward.jwtValidation.additionalClaims.0.name = \"exp\""] = "Limits of names in lists are not observed.",
        ["loadBalancers.*.listeners.*.rules.*.forward.jwtValidation.additionalClaims.0.values.0 = \"two words\""] = ElsewhereInTheFile,
        ["controller.values.controllerConfig = true"] = "Values of the chart may be anything.",
        ["loadBalancers.*.crossAccountRoles.*.targetGroups.0 = \"nobody\""] = ElsewhereInTheFile,
        ["loadBalancers.*.listeners.*.rules.*.forward.targetGroups.0.cluster = \"nobody\""] = ElsewhereInTheFile,
        ["loadBalancers.*.listeners.*.rules.*.forward.targetGroups.0.targetGroup = \"nobody\""] = ElsewhereInTheFile,
        ["clusters.*.bindings.*.loadBalancer = \"nobody\""] = ElsewhereInTheFile,
        ["clusters.*.bindings.*.targetGroupRef = \"nobody\""] = ElsewhereInTheFile,
        ["loadBalancers.*.listeners.*.certificate = …"] = "A pattern cannot compare the ARN's region with the fleet's.",
        ["loadBalancers.*.targetGroups.*.targetGroupHealth.dnsMinimumHealthyCount = 1"] = "A schema cannot compare two numbers, of DNS and of routing.",
        ["loadBalancers.*.targetGroups.*.targetGroupHealth.dnsMinimumHealthyPercentage = 39"] = "A schema cannot compare two numbers, of DNS and of routing.",
        ["loadBalancers.*.targetGroups.*.healthCheck.timeout = 15"] = "A schema cannot compare two numbers, the timeout and the interval.",
        ["loadBalancers.*.targetGroups.*.healthCheck.matcher = \"200-599\""] =
            "The codes that are allowed are parts of a text, and depend on the protocol version.",
        ["clusters.*.oidcProvider = \"existing\""] = "The value is allowed for a cluster with 'existing: true'.",
        ["clusters.*.addOns.*.configuration = \"{\""] = "A schema cannot parse the JSON in a text.",
        ["controller.version = \"2.99\""] = "The versions that are allowed are data of the program, and grow with each release of the chart.",
        ["clusters.*.controller.version = \"2.99\""] = "The versions that are allowed are data of the program, and grow with each release of the chart.",
        ["loadBalancers.*.ingressCidrs.0 = \"2001:DB8::/32\""] = "A pattern cannot shorten an address.",
        ["loadBalancers.*.ingressCidrs.0 = \"10.0.0.1/8\""] = "A pattern cannot compare the bits of an address with the length of its prefix.",
    };

    public static TheoryData<int> Faults => new(Enumerable.Range(0, PlantedFault.All.Count));

    public static TheoryData<int> Samples => new(Enumerable.Range(0, SampleFleets.Roots.Count));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_fleet_of_the_repository_is_accepted(int number) =>
        FleetSchemaValidator.ErrorsOf(YamlAsJson.Of(SampleFleets.Roots[number])!.ToJsonString()).Should().BeEmpty();

    [Property(MaxTest = 50)]
    public void A_generated_fleet_that_passes_the_checks_is_accepted(GeneratedFleet generated) =>
        FleetSchemaValidator.ErrorsOf(generated.Text).Should().Match(errors => !errors.Any() || FleetDocument.FaultsOf(generated.Text).Count > 0);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_refused_where_a_schema_can_express_it(int number)
    {
        var fault = PlantedFault.All[number];
        var planted = SampleFleets
            .Documents.SelectMany(fleet => fleet.Places(fault.Pattern).Select(place => fleet.With(place, fault.Value.DeepClone()).Text))
            .ToArray();

        var refused = planted.Count(text => FleetSchemaValidator.ErrorsOf(text).Count > 0);

        planted.Should().NotBeEmpty();
        refused.Should().Be(s_inexpressible.ContainsKey($"{fault}") ? 0 : planted.Length, "{0} is refused by the schema or listed as inexpressible", fault);
    }

    [Fact]
    public void Every_fault_that_a_schema_cannot_express_is_planted() => s_inexpressible.Keys.Should().BeSubsetOf(PlantedFault.All.Select(fault => $"{fault}"));

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        var accepted =
            from fleet in SampleFleets.Documents
            from place in fleet.TypedScalars()
            where FleetSchemaValidator.ErrorsOf(fleet.With(place, new JsonArray("planted")).Text).Count == 0
            select place.Path;

        accepted.Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_key_is_refused_in_every_mapping_with_keys()
    {
        var mappings = FleetValue.In(SampleFleets.Documents[1]).Where(value => value.Type.IsRecord).ToArray();

        mappings.Should().NotBeEmpty();
        mappings
            .Where(mapping => FleetSchemaValidator.ErrorsOf(mapping.With(WithUnknown(mapping.Node!))).Count == 0)
            .Select(mapping => mapping.Place.Path)
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void An_example_is_accepted_by_the_schema_of_its_key()
    {
        var schemas = Schemas(FleetSchemaValidator.Schema).Where(node => node["examples"] is not null).ToArray();

        schemas.Should().NotBeEmpty();
        schemas.SelectMany(schema => FleetSchemaValidator.ErrorsOf(schema, schema["examples"]![0])).Should().BeEmpty();
    }

    private static JsonObject WithUnknown(JsonNode map) =>
        new(map.DeepClone().AsObject().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))) { ["unknown"] = true };

    private static IEnumerable<JsonObject> Schemas(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(pair => Schemas(pair.Value)).Prepend(map),
            JsonArray list => list.SelectMany(Schemas),
            _ => [],
        };
}
