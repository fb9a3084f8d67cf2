using System.Reflection;
using System.Text.Json;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Schemas;

/// <summary>
/// What a provider plans of a resource where its configuration is silent. The schemas of the npm packages say it of attributes, but not of blocks, and
/// no schema says defaults; optional-computed.json was derived from the providers' sources.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/plugin/sdkv2/schemas/schema-behaviors"/>
internal sealed record OptionalComputed
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Lazy<IReadOnlyDictionary<string, OptionalComputed>> s_types = new(Read);
    private static readonly OptionalComputed s_unknownType = new() { Source = string.Empty };

    /// <summary>The known resources.</summary>
    public static IEnumerable<string> Types => s_types.Value.Keys;

    /// <summary>The source of the resource in its provider.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the provider plans it with Terraform's newer plugin library, the plugin framework, and not with the SDK.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Framework { get; init; }

    /// <summary>Paths of the attributes that keep their value where the configuration has none.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Paths of the blocks that stay where the configuration has none.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>
    /// Paths of the blocks whose removal the provider ignores (<c>SuppressMissingOptionalConfigurationBlock</c>): the block stays, and only those of
    /// its attributes that have a default get it.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Suppressed { get; init; } = [];

    /// <summary>Defaults of attributes, by path, which the provider plans where the configuration has no value.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, JsonElement> Defaults { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>
    /// Defaults that a fleet file has where the provider has none or another one, by path, of a resource that can be adopted: <c>docs/defaults.md</c>.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, JsonElement> Written { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What is known of a resource.</summary>
    public static OptionalComputed Of(string type) => s_types.Value.GetValueOrDefault(type, s_unknownType);

    /// <summary>The default of an attribute, by its path; <see langword="null"/> where it has none.</summary>
    public Value? DefaultOf(string path) => Defaults.TryGetValue(path, out var value) ? ToValue(value) : null;

    private static Value ToValue(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => new NumberValue(json.GetDouble()),
            var kind => kind == JsonValueKind.True,
        };

    private static Dictionary<string, OptionalComputed> Read()
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream("optional-computed.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, OptionalComputed>>(json, s_json)!;
    }
}
