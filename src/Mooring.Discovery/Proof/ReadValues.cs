using System.Text.Json;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>Values of Terraform, from answers of AWS.</summary>
internal static class ReadValues
{
    /// <summary>A block.</summary>
    public static Value Block(params IEnumerable<KeyValuePair<string, Value>> members) => Value.List(Value.Object(members));

    /// <summary>A block, from an object of an answer; none where there is no object.</summary>
    public static Value BlockOf(JsonElement answer, Func<JsonElement, IEnumerable<KeyValuePair<string, Value>>> members) =>
        answer.ValueKind == JsonValueKind.Object ? Block(members(answer)) : Value.List();

    /// <summary>A list of texts.</summary>
    public static Value Texts(IEnumerable<string> texts) => Value.List(texts.Select(text => (Value)text));

    /// <summary>A whole number; null where there is none.</summary>
    public static Value Number(int? number) => number is { } given ? given : Value.Null;

    /// <summary>A text; null where it is empty, as the provider has it.</summary>
    public static Value TextUnlessEmpty(string? text) => string.IsNullOrEmpty(text) ? Value.Null : text;

    /// <summary>An attribute that AWS has answered with; nothing where it has not.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> WhereGiven(
        IReadOnlyDictionary<string, string> attributes,
        string attribute,
        string name,
        Func<string, Value> convert
    ) => attributes.TryGetValue(attribute, out var value) ? [new(name, convert(value))] : [];

    /// <summary>A flag.</summary>
    public static Value Flag(string text) => text == "true";

    /// <summary>The part of an ARN that CloudWatch knows a resource by.</summary>
    public static string SuffixOf(string arn) => arn.Split(':')[^1].Replace("loadbalancer/", string.Empty, StringComparison.Ordinal);
}
