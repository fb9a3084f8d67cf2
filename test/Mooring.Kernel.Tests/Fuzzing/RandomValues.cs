using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.Kernel.Tests.Fuzzing;

/// <summary>Values of types, by chance, with the tokens and objects that the conversation has so far.</summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] s_texts =
    [
        "a",
        "name",
        "",
        " ",
        "10.0.0.0/8",
        "ü🚢",
        "two\nlines",
        "tab\tand\\slash",
        "'quoted'",
        "\"quoted\"",
        "true",
        "5",
        "$",
        "{}",
        "#",
        "a.b",
        "[0]",
        "\u0001",
        "\u2028",
        "</script>",
        "${var.x}",
        "$${x}",
        "%{if true}",
        "=>",
    ];

    /// <summary>Those that functions accept.</summary>
    private static readonly string[] s_plainTexts = [.. s_texts.Where(text => text.IndexOfAny(['"', '{']) < 0)];

    private static readonly double[] s_numbers =
    [
        0,
        1,
        -1,
        8443,
        30.5,
        1e-7,
        123456789012,
        1e21,
        0.1,
        5e-324,
        -2.5e-8,
        1e20,
        4294967296,
        2147483647,
        1.0000000000000002,
    ];

    /// <summary>Texts, lists and numbers that stand for tokens.</summary>
    public List<JsonNode> Tokens { get; } = [];

    /// <summary>Objects that are values.</summary>
    public List<string> Objects { get; } = [];

    /// <summary>Providers and resources, which others refer to.</summary>
    public List<string> Elements { get; } = [];

    /// <summary>One of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>Whether something happens that happens once in a number of times.</summary>
    public bool Once(int times) => random.Next(times) == 0;

    /// <summary>Whether texts may have what functions refuse.</summary>
    public bool IsForFunction { get; set; }

    /// <summary>A text, sometimes with tokens.</summary>
    public string Text() =>
        Once(3) && TextTokens() is [_, ..] tokens
            ? random.Next(IsForFunction ? 3 : 4) switch
            {
                0 => OneOf(tokens),
                1 => IsForFunction ? $"{PlainText().TrimEnd('$')}{OneOf(tokens)}" : $"{PlainText()}{OneOf(tokens)}-{OneOf(tokens)}",
                2 => $"pre {OneOf(tokens)} {PlainText()}",
                _ => $"${{length({OneOf(tokens)})}} {OneOf(tokens)}",
            }
            : PlainText();

    private string PlainKey() => IsForFunction ? OneOf(["a", "b-c", "d.e", "f g"]) : OneOf(s_texts);

    private string PlainText() => OneOf(IsForFunction ? s_plainTexts : s_texts);

    /// <summary>A value of any type.</summary>
    public JsonNode Any(int depth = 0) =>
        random.Next(depth > 2 ? 4 : 9) switch
        {
            0 or 1 => Text(),
            2 => Number(),
            3 => Once(2),
            4 or 5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(depth + 1))]),
            6 when Objects.Count > 0 && !IsForFunction => Requests.Reference(OneOf(Objects)),
            7 when Tokens.Count > 0 => OneOf(Tokens).DeepClone(),
            _ => Map(() => Any(depth + 1)),
        };

    /// <summary>A value of a type, as the class data describes it; sometimes of another one.</summary>
    public JsonNode? Of(JsonElement type, int depth = 0)
    {
        if (Once(3000))
        {
            return Any();
        }

        return type.ValueKind == JsonValueKind.String
            ? Named(type.GetString()!, depth)
            : type[0].GetString() switch
            {
                "array" => List(type[1], depth),
                "map" => Map(() => Of(type[1], depth + 1)),
                _ => Of(Once(20) ? type[1] : Likely(type), depth),
            };
    }

    /// <summary>A struct, with all that is required and some of the rest; rarely without something required.</summary>
    public JsonNode? Struct(string name, int depth)
    {
        if (ClassData.Struct(name) is not { } members)
        {
            return null;
        }

        var given =
            from member in members.EnumerateObject()
            where member.Value[1].GetBoolean() ? Once(depth == 0 ? 3 : 2) && IsWanted(member.Name) : !Once(3000)
            let value = member.Name == "alias" ? "other" : Of(member.Value[0], depth + 1)
            where value is not null
            select (member.Name, value);
        return Requests.Struct(name, given.ToArray());
    }

    /// <summary>The alternative that programs use; a token as an object is rare.</summary>
    private static JsonElement Likely(JsonElement union) =>
        union.EnumerateArray().Skip(1).FirstOrDefault(each => each.ValueKind != JsonValueKind.String || each.GetString() != "cdktf.IResolvable", union[1]);

    private bool IsWanted(string member) => member is not ("forEach" or "connection" or "provisioners" or "ingress" or "egress") || Once(3000);

    private JsonNode? Named(string type, int depth) =>
        type switch
        {
            "string" => Text(),
            "number" => Number(),
            "boolean" => Once(2),
            "any" => Any(depth),
            "cdktf.IResolvable" => Objects.Where(each => each.StartsWith("Object@", StringComparison.Ordinal)).ToArray() is [_, ..] found
                ? Requests.Reference(OneOf(found))
                : null,
            "cdktf.TerraformProvider" => ElementWith(".provider."),
            "cdktf.ITerraformDependable" => ElementWith("@cdktf/"),
            _ => depth > 4 ? null : Struct(type, depth),
        };

    private JsonObject? ElementWith(string part) =>
        Elements
            .Where(each => each.Contains(part, StringComparison.Ordinal) && (part[0] == '.' || !each.Contains(".provider.", StringComparison.Ordinal)))
            .ToArray()
            is [_, ..] found
            ? Requests.Reference(OneOf(found))
            : null;

    private JsonNode Number() =>
        Once(12) && Tokens.OfType<JsonValue>().Where(each => each.GetValueKind() == JsonValueKind.Number).ToArray() is [_, ..] numbers
            ? OneOf(numbers).DeepClone()
            : OneOf(s_numbers);

    private JsonArray List(JsonElement element, int depth) =>
        element.ValueKind == JsonValueKind.String && element.GetString() == "string" && Once(6) && Tokens.OfType<JsonArray>().ToArray() is [_, ..] lists
            ? OneOf(lists).DeepClone().AsArray()
            : [.. Enumerable.Range(0, random.Next(4)).Select(_ => Of(element, depth + 1)).Where(each => each is not null)];

    private JsonObject Map(Func<JsonNode?> value) =>
        Requests.Map(
            Enumerable
                .Range(0, random.Next(4))
                .Select(index => (Once(200) ? Text() : $"{(char)('d' - index)} {PlainKey()}".Trim(), value()))
                .Where(each => each.Item2 is not null)
                .DistinctBy(each => each.Item1)
                .ToArray()
        );

    private string[] TextTokens() => [.. Tokens.OfType<JsonValue>().Where(each => each.GetValueKind() == JsonValueKind.String).Select(each => (string)each!)];
}
