using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;

namespace Mooring.TestKit.Constructs;

/// <summary>
/// Assertions over the synthesized JSON of a stack: <c>json.Should().HaveResource("aws_lb", """{ "internal": true }""")</c>. The expected JSON is a
/// part of the actual one, as <see cref="JsonSubset"/> compares them.
/// </summary>
internal sealed class TerraformJsonAssertions(TerraformJson subject) : ReferenceTypeAssertions<TerraformJson, TerraformJsonAssertions>(subject)
{
    protected override string Identifier => "stack";

    /// <summary>A resource of a type has these attributes.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveResource(string type, [StringSyntax(StringSyntaxAttribute.Json)] string attributes) =>
        HaveOne($"resource {type}", Subject.Resources(type), attributes);

    /// <summary>The resource of a logical name, which may be cut off before the hash, has these attributes.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveResource(string type, string name, [StringSyntax(StringSyntaxAttribute.Json)] string attributes) =>
        HaveOne($"resource {type}.{name}", Named(Subject.Resources(type), name), attributes);

    /// <summary>There is no resource of a type.</summary>
    public AndConstraint<TerraformJsonAssertions> NotHaveResource(string type)
    {
        Subject.Resources(type).Keys.Should().BeEmpty("there must be no resource of type {0}", type);
        return new(this);
    }

    /// <summary>A data source of a type has these attributes.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveData(string type, [StringSyntax(StringSyntaxAttribute.Json)] string attributes) =>
        HaveOne($"data {type}", Subject.DataSources(type), attributes);

    /// <summary>The data source of a logical name, which may be cut off before the hash, has these attributes.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveData(string type, string name, [StringSyntax(StringSyntaxAttribute.Json)] string attributes) =>
        HaveOne($"data {type}.{name}", Named(Subject.DataSources(type), name), attributes);

    /// <summary>A provider is configured with these arguments.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveProvider(string name, [StringSyntax(StringSyntaxAttribute.Json)] string arguments) =>
        HaveOne($"provider {name}", Only(Subject.Provider(name)), arguments);

    /// <summary>The <c>terraform</c> block has these settings.</summary>
    public AndConstraint<TerraformJsonAssertions> HaveSettings([StringSyntax(StringSyntaxAttribute.Json)] string settings) =>
        HaveOne("block terraform", Only(Subject.Terraform), settings);

    private static Dictionary<string, JsonNode> Only(JsonNode node) => new() { [string.Empty] = node };

    private static Dictionary<string, JsonNode> Named(IReadOnlyDictionary<string, JsonNode> blocks, string name) =>
        blocks.Where(block => TerraformJson.IsNamed(block.Key, name)).ToDictionary();

    private AndConstraint<TerraformJsonAssertions> HaveOne(string what, IReadOnlyDictionary<string, JsonNode> blocks, string expected)
    {
        var wanted = JsonNode.Parse(expected);
        var closest = blocks.Values.Select(block => JsonSubset.Differences(block, wanted).ToArray()).MinBy(differences => differences.Length);
        Execute
            .Assertion.ForCondition(closest is not null)
            .FailWith($"Expected {{context:stack}} to have a {what}, but it has none.")
            .Then.ForCondition(closest is null or [])
            .FailWith($"Expected {{context:stack}} to have a {what} like this, but {Escape(string.Join("; ", closest ?? []))}.");
        return new(this);
    }

    /// <summary>Braces stand for arguments in a message of FluentAssertions.</summary>
    private static string Escape(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}

/// <summary>Where assertions over the JSON of a stack begin.</summary>
internal static class TerraformJsonAssertionsExtensions
{
    /// <summary>Begins an assertion.</summary>
    public static TerraformJsonAssertions Should(this TerraformJson json) => new(json);
}
