using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mooring.Limits;
using Mooring.Tests.Limits;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Writes the facets of limits as keywords of JSON Schema: <c>minimum</c>, <c>pattern</c> and so on.</summary>
internal static partial class SchemaLimits
{
    /// <summary>Adds the keywords of a value's limit to its schema, and those of its entries' and names' limits.</summary>
    public static void AddTo(JsonObject schema, KeyType type, KeyPlace place)
    {
        if (KeyLimits.Of(place) is { } limit)
        {
            Add(schema, type, limit);
        }

        if (type.IsList || type.IsMapping)
        {
            AddTo(EntriesOf(schema), type.Element, place.Entry);
        }

        if (KeyLimits.OfNames(place) is { } limitOfNames)
        {
            AddToNames(schema, limitOfNames);
        }
    }

    private static void Add(JsonObject schema, KeyType type, MethodInfo limit)
    {
        foreach (var facets in LimitFacets.Of(limit).GroupBy(facet => facet.GetType()))
        {
            Add(schema, type, [.. facets]);
        }
    }

    private static void Add(JsonObject schema, KeyType type, FacetAttribute[] facets)
    {
        switch (facets)
        {
            case [BoundsAttribute bounds]:
                Put(schema, Range("minimum", bounds.Least, "maximum", bounds.Most));
                break;
            case [BoundsAttribute, ..]:
                schema["anyOf"] = new JsonArray([.. facets.Cast<BoundsAttribute>().Select(bounds => Range("minimum", bounds.Least, "maximum", bounds.Most))]);
                break;
            case [LengthAttribute length]:
                Put(schema, Range("minLength", length.Least, "maxLength", length.Most));
                break;
            case [EntriesAttribute entries] when type.IsList:
                Put(schema, Range("minItems", entries.Least, "maxItems", entries.Most));
                break;
            case [EntriesAttribute entries]:
                Put(schema, Range("minProperties", entries.Least, "maxProperties", entries.Most));
                break;
            case [PatternAttribute pattern]:
                AddPattern(schema, AsInJson(pattern.Pattern));
                break;
            case [ValuesAttribute values]:
                schema["enum"] = new JsonArray([
                    .. values.Values.Select(value => JsonSerializer.SerializeToNode(value is Enum word ? FleetKey.WordOf(word) : value)),
                ]);
                break;
            case [UniqueAttribute]:
                schema["uniqueItems"] = true;
                break;
            case [EachAttribute each]:
                Add(EntriesOf(schema), type.Element, each.Limit);
                break;
            case [EachNameAttribute each]:
                AddToNames(schema, each.Limit);
                break;
            default:
                throw new ArgumentException($"{facets[0].GetType().Name} has no keyword in JSON Schema", nameof(facets));
        }
    }

    /// <summary>Adds the pattern of the names of a mapping: no other names may be there.</summary>
    private static void AddToNames(JsonObject schema, MethodInfo limit)
    {
        var pattern = AsInJson(LimitFacets.Of(limit).OfType<PatternAttribute>().Single().Pattern);
        if (schema["patternProperties"] is not null)
        {
            RequireSame(schema["patternProperties"]!.AsObject().Single().Key, pattern);
            return;
        }

        var values = schema["additionalProperties"];
        schema.Remove("additionalProperties");
        schema["patternProperties"] = new JsonObject { [pattern] = values };
        schema["additionalProperties"] = false;
    }

    private static void AddPattern(JsonObject schema, string pattern)
    {
        RequireSame($"{schema["pattern"] ?? pattern}", pattern);
        schema["pattern"] = pattern;
    }

    /// <summary>A list and its entries may both have a limit; both have the same pattern.</summary>
    private static void RequireSame(string pattern, string other)
    {
        if (pattern != other)
        {
            throw new ArgumentException($"a value has two patterns, '{pattern}' and '{other}'", nameof(other));
        }
    }

    /// <summary>The schema of a list's entries or of a mapping's values.</summary>
    private static JsonObject EntriesOf(JsonObject schema) =>
        (schema["items"] ?? schema["patternProperties"]?.AsObject().Single().Value ?? schema["additionalProperties"])!.AsObject();

    /// <summary>A range; an end that excludes nothing is left out.</summary>
    private static JsonObject Range(string least, int leastValue, string most, int mostValue)
    {
        var range = new JsonObject();
        if (leastValue != 0 || least == "minimum")
        {
            range[least] = leastValue;
        }

        if (mostValue != int.MaxValue)
        {
            range[most] = mostValue;
        }

        return range;
    }

    private static void Put(JsonObject schema, JsonObject keywords)
    {
        foreach (var (keyword, value) in keywords)
        {
            schema[keyword] = value!.DeepClone();
        }
    }

    /// <summary>A regular expression of .NET in the dialect of JSON Schema, ECMA-262: <c>\z</c> is <c>$</c>, and groups need no names.</summary>
    private static string AsInJson(string pattern) => GroupName().Replace(pattern, "(").Replace(@"\z", "$", StringComparison.Ordinal);

    [GeneratedRegex(@"\(\?<[a-z]+>")]
    private static partial Regex GroupName();
}
