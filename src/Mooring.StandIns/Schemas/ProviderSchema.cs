using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mooring.StandIns.Schemas;

/// <summary>The schema of a provider, in the format of <c>terraform providers schema -json</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/commands/providers/schema"/>
public sealed record ProviderSchema
{
    /// <summary>How schemas are read from JSON.</summary>
    internal static JsonSerializerOptions Json { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Converters = { new JsonStringEnumConverter<NestingMode>(JsonNamingPolicy.SnakeCaseLower) },
        };

    /// <summary>The provider's address: <c>registry.terraform.io/hashicorp/aws</c>.</summary>
    [JsonIgnore]
    public string Address { get; private init; } = string.Empty;

    /// <summary>The schema of the provider's own configuration.</summary>
    public required Schema Provider { get; init; }

    /// <summary>The schemas of the managed resources.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, Schema> ResourceSchemas { get; init; } = new Dictionary<string, Schema>();

    /// <summary>The schemas of the data sources.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, Schema> DataSourceSchemas { get; init; } = new Dictionary<string, Schema>();

    /// <summary>The schemas of the ephemeral resources.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, Schema> EphemeralResourceSchemas { get; init; } = new Dictionary<string, Schema>();

    /// <summary>Reads the schema of the one provider in a document.</summary>
    /// <exception cref="JsonException">The document is not such a schema.</exception>
    public static ProviderSchema Read(Stream json)
    {
        var document = JsonSerializer.Deserialize<Document>(json, Json)!;
        var (address, schema) = document.ProviderSchemas.Single();
        return schema with { Address = address };
    }

    private sealed record Document(IReadOnlyDictionary<string, ProviderSchema> ProviderSchemas);
}
