using System.Text.Json.Nodes;
using HashiCorp.Cdktf;

namespace Mooring.Testing;

/// <summary>
/// The synthesized Terraform JSON of a stack, and lookups in it for tests. A lookup of one thing throws <see cref="InvalidOperationException"/> where
/// there is none, or more than one.
/// </summary>
/// <param name="text">The JSON.</param>
/// <exception cref="System.Text.Json.JsonException">The text is no JSON.</exception>
public sealed class TerraformJson(string text)
{
    private readonly JsonNode _root = JsonNode.Parse(text)!;

    /// <summary>Synthesizes a stack, without writing files.</summary>
    /// <param name="stack">The stack, in an app such as that of <see cref="TestApp"/>.</param>
    public static TerraformJson Of(TerraformStack stack) => new(HashiCorp.Cdktf.Testing.Synth(stack));

    /// <summary>The JSON text.</summary>
    public string Text { get; } = text;

    /// <summary>The only resource of a type.</summary>
    public JsonNode Resource(string type) => Resources(type).Single().Value;

    /// <summary>A resource of a type by its logical name, which may be cut off before the hash.</summary>
    public JsonNode Resource(string type, string name) => Resources(type).Single(pair => IsNamed(pair.Key, name)).Value;

    /// <summary>The resources of a type by their logical names.</summary>
    public IReadOnlyDictionary<string, JsonNode> Resources(string type) => Section("resource", type);

    /// <summary>The only data source of a type.</summary>
    public JsonNode Data(string type) => DataSources(type).Single().Value;

    /// <summary>A data source of a type by its logical name, which may be cut off before the hash.</summary>
    public JsonNode Data(string type, string name) => DataSources(type).Single(pair => IsNamed(pair.Key, name)).Value;

    /// <summary>The data sources of a type by their logical names.</summary>
    public IReadOnlyDictionary<string, JsonNode> DataSources(string type) => Section("data", type);

    /// <summary>The only configuration of a provider.</summary>
    public JsonNode Provider(string name) => _root["provider"]![name]!.AsArray().Single()!;

    /// <summary>The types of the resources.</summary>
    public IEnumerable<string> ResourceTypes => _root["resource"]?.AsObject().Select(pair => pair.Key) ?? [];

    /// <summary>The address of the only resource of a type.</summary>
    public string AddressOf(string type) => $"{type}.{Resources(type).Single().Key}";

    /// <summary>The <c>import</c> blocks: what is imported where.</summary>
    public IEnumerable<(string To, string Id)> Imports =>
        _root["import"]?.AsArray().Select(block => (block!["to"]!.GetValue<string>(), block["id"]!.GetValue<string>())) ?? [];

    /// <summary>The <c>moved</c> blocks.</summary>
    public IEnumerable<(string From, string To)> Moves =>
        _root["moved"]?.AsArray().Select(block => (block!["from"]!.GetValue<string>(), block["to"]!.GetValue<string>())) ?? [];

    /// <summary>The <c>terraform</c> block.</summary>
    public JsonNode Terraform => _root["terraform"]!;

    /// <summary>The ephemeral resources of a type, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> EphemeralResources(string type) => Section("ephemeral", type);

    /// <summary>The value of an output.</summary>
    public JsonNode Output(string name) => _root["output"]![name]!["value"]!;

    /// <summary>Whether a logical name is the one given, with or without the hash that CDKTF adds.</summary>
    public static bool IsNamed(string key, string name) =>
        key == name || (key.StartsWith($"{name}_", StringComparison.Ordinal) && key.Length == name.Length + 9);

    private Dictionary<string, JsonNode> Section(string section, string type) =>
        _root[section]?[type]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!) ?? [];
}
