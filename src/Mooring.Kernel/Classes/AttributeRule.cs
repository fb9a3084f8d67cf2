using System.Text.Json;

namespace Mooring.Kernel.Classes;

/// <summary>How an attribute of Terraform is written.</summary>
/// <param name="Attribute">Its name in Terraform.</param>
/// <param name="Property">The name of the property that has its value.</param>
/// <param name="Mapper">How the value is written.</param>
internal sealed record AttributeRule(string Attribute, string Property, Mapper Mapper)
{
    /// <summary>Reads <c>[attribute, property, mapper]</c>.</summary>
    public static IReadOnlyList<AttributeRule> ParseAll(JsonElement rules) =>
        [.. rules.EnumerateArray().Select(rule => new AttributeRule(rule[0].GetString()!, rule[1].GetString()!, Mapper.Parse(rule[2])))];
}

/// <summary>How a value is written: <c>string</c>, <c>struct</c> with the function of its members, <c>list</c>, <c>block</c> or <c>map</c>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Function">The function of a struct.</param>
/// <param name="Element">How the elements of a collection are written.</param>
internal sealed record Mapper(string Kind, string? Function, Mapper? Element)
{
    /// <summary>Reads <c>"string"</c> or <c>["list", "string"]</c>.</summary>
    public static Mapper Parse(JsonElement mapper) =>
        mapper.ValueKind == JsonValueKind.String ? new(mapper.GetString()!, null, null)
        : mapper[0].GetString() is "struct" ? new("struct", mapper[1].GetString(), null)
        : new(mapper[0].GetString()!, null, Parse(mapper[1]));
}
