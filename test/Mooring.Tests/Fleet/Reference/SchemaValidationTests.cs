using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.Tests.Fleet.Properties;
using NJsonSchema;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>An editor that follows the schema accepts what the program accepts, and refuses much of what it refuses.</summary>
public class SchemaValidationTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromJsonAsync(File.ReadAllText(Repository.PathOf("fleet.schema.json"))).GetAwaiter().GetResult();

    private static readonly FleetDocument[] s_fleets =
    [
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything.yaml"),
        FleetDocument.Read("test", "Mooring.TestKit", "Fleets", "everything-else.yaml"),
        FleetDocument.Read("fleet.yaml"),
    ];

    /// <summary>Numbers that the schema does not bound: several ranges, a bound that is another value, and quotas, which have no upper bound.</summary>
    private static readonly string[] s_beyondSchema = ["slowStart", "fixedResponse.statusCode", "interval of 15", "quotas"];

    public static TheoryData<int> NumberFaults
        => [.. Enumerable.Range(0, PlantedFault.All.Count).Where(number => PlantedFault.All[number] is var fault && fault.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && !s_beyondSchema.Any(part => fault.Pattern.Contains(part, StringComparison.Ordinal) || fault.Says.Contains(part, StringComparison.Ordinal)))];

    [Fact]
    public void A_fleet_without_errors_is_valid()
        => s_fleets.SelectMany(fleet => s_schema.Validate(fleet.Text)).Select(error => error.ToString()).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(NumberFaults))]
    public void A_number_outside_its_limits_is_invalid(int number)
    {
        var fault = PlantedFault.All[number];
        foreach (var (fleet, place) in s_fleets.SelectMany(fleet => fleet.Places(fault.Pattern).Select(place => (fleet, place))))
        {
            s_schema.Validate(fleet.With(place, fault.Value.DeepClone()).Text).Should().NotBeEmpty("{0} in {1}", fault, place);
        }
    }

    [Theory]
    [InlineData("clusters.*.bindings.*.targetGroup.healthCheck.path")]
    [InlineData("loadBalancers.*.deletionProtection")]
    [InlineData("clusters.*.bindings.*.service.name")]
    public void A_value_of_another_type_is_invalid(string pattern)
    {
        var (fleet, place) = s_fleets.SelectMany(fleet => fleet.Places(pattern).Select(place => (fleet, place))).First();

        s_schema.Validate(fleet.With(place, new JsonArray("planted")).Text).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("loadBalancers.*.listeners.*.rules.*.forward", "redirect")]
    [InlineData("loadBalancers.*.listeners.*.rules.*.forward.authenticate.oidc", "cognito")]
    [InlineData("loadBalancers.*.listeners.*.rules.*.forward.targetGroups.*.cluster", "targetGroup")]
    [InlineData("clusters.*.bindings.*.existingTargetGroup.arn", "name")]
    public void One_of_two_keys_is_valid_and_none_is_not(string pattern, string other)
    {
        var (fleet, place) = s_fleets.SelectMany(fleet => fleet.Places(pattern).Select(place => (fleet, place))).First();
        var parent = (JsonObject)new FleetPlace([.. place.Way[..^1]]).Get(fleet.Root)!.DeepClone();
        parent.Remove($"{place.Way[^1]}");
        parent.Remove(other);

        s_schema.Validate(fleet.With(new FleetPlace([.. place.Way[..^1]]), parent).Text).Should().NotBeEmpty();
    }
}
