using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>JSON as Sprig's <c>fromJson</c> and <c>toJson</c> read and write it. A number is a <see cref="long"/>, or else a <see cref="double"/>.</summary>
/// <seealso href="https://masterminds.github.io/sprig/defaults.html"/>
internal static class GoJson
{
    /// <summary>The value of a text; nil where it is not JSON.</summary>
    public static object? Read(string text)
    {
        try
        {
            return Value(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a value. Go sorts the keys, and escapes what HTML would take for its own.</summary>
    public static string Write(object? value) => Node(value)?.ToJsonString() ?? "null";

    private static object? Value(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonObject mapping => GoMap.Of(mapping.Select(each => (each.Key, Value(each.Value)))),
            JsonArray list => list.Select(Value).ToArray(),
            _ when node.GetValueKind() == JsonValueKind.String => $"{node}",
            _ when node.GetValueKind() != JsonValueKind.Number => node.GetValueKind() == JsonValueKind.True,
            _ => node.AsValue().TryGetValue<long>(out var number) ? number : node.GetValue<double>(),
        };

    private static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            GoMap map => new JsonObject(
                map.Entries.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, Node(each.Value)))
            ),
            IReadOnlyList<object?> list => new JsonArray([.. list.Select(Node)]),
            string text => text,
            bool flag => flag,
            long number => number,
            double number => number,
            _ => throw new NotSupportedException($"the stand-in of Go's templates cannot write a {value.GetType().Name} as JSON"),
        };
}
