using System.Reflection;
using System.Text.Json.Nodes;
using Mooring.Limits;
using Mooring.TargetGroupBindings;
using Mooring.Tests.Limits;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Values that limits refuse.</summary>
internal static class BadValues
{
    private const int BadNumber = -1_000_000;

    /// <summary>Entries of a list or a mapping that has more than any limit allows.</summary>
    private const int ManyEntries = 60;

    /// <summary>Every limit of strings refuses the first; the others distinguish limits that refuse it with the same message.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        $"system:AWSLogs {{{{ {new string('x', 2000)}",
        "internal-x",
        "kubernetes.io/x",
        "aws-lb-controller/x",
        "(",
        "AWSALB",
        $"https://x/{new string('x', 300)}",
    ];

    /// <summary>The bad values that can be planted in the place of a value.</summary>
    public static IEnumerable<JsonNode> For(FleetValue value) =>
        value switch
        {
            { Type.IsString: true } => Texts.Select(text => JsonValue.Create(text)),
            { Type.IsNumber: true } => [JsonValue.Create(BadNumber)],
            { Type.IsPort: true } => [JsonValue.Create(BadNumber), JsonValue.Create(Texts[0])],
            { Type.IsChoice: true } when LimitFacets.Limits.Any(limit => LimitFacets.TypeOf(limit) == value.Type.Type) => value.Type.Words.Select(word =>
                JsonValue.Create(word)
            ),
            { Type.IsList: true, Node: JsonArray { Count: > 0 } list } =>
            [
                new JsonArray(),
                new JsonArray([.. Enumerable.Repeat(list[0]!, ManyEntries).Select(entry => entry.DeepClone())]),
                .. value.Type.Element.IsString ? Texts.Select(text => new JsonArray(text)) : [],
            ],
            { Type: { IsMapping: true, Element.IsString: true } } =>
            [
                new JsonObject { ["name"] = Texts[0] },
                .. Texts.Select(text => new JsonObject { [text] = "value" }),
                ManyNames(),
            ],
            _ => [],
        };

    private static JsonObject ManyNames() => new(Enumerable.Range(0, ManyEntries).Select(index => KeyValuePair.Create($"name{index}", (JsonNode?)"value")));

    /// <summary>The message of a limit for a planted value; <see langword="null"/> where the limit accepts it or is of another type of value.</summary>
    public static string? RefusalBy(MethodInfo limit, JsonNode planted) =>
        ArgumentOf(limit, planted) is { } argument ? LimitFacets.Refusal(limit, argument) : null;

    private static object? ArgumentOf(MethodInfo limit, JsonNode planted)
    {
        var type = LimitFacets.TypeOf(limit);
        var counts = type == typeof(int) && LimitFacets.Of(limit).OfType<EntriesAttribute>().Any();
        return planted switch
        {
            JsonArray list when counts => list.Count,
            JsonObject map when counts => map.Count,
            JsonArray list when type == typeof(IReadOnlyList<string>) && list.All(entry => entry is JsonValue) => list.Select(entry => $"{entry}").ToArray(),
            JsonObject map when type == typeof(IReadOnlyDictionary<string, string>) => map.ToDictionary(pair => pair.Key, pair => $"{pair.Value}"),
            JsonValue value when value.TryGetValue<int>(out var number) => counts ? null : ArgumentOf(type, number),
            JsonValue when type == typeof(string) => $"{planted}",
            JsonValue when type == typeof(ServicePort) => new ServicePort($"{planted}"),
            JsonValue when type.IsEnum => Words.ValuesByWord(type).GetValueOrDefault($"{planted}"),
            _ => null,
        };
    }

    private static object? ArgumentOf(Type type, int number) =>
        type == typeof(int) ? number
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(number)
        : type == typeof(ServicePort) ? (object)new ServicePort(number)
        : null;
}
