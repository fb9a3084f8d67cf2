using System.Reflection;
using System.Text.Json;

namespace Mooring.StandIns.Schemas;

/// <summary>
/// The schemas of ephemeral resources, which CDKTF does not know, and so no npm package has. ephemeral-resources.json was written by hand from the
/// source of the AWS provider 6, where every resource with a region has the argument <c>region</c> besides its own.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/eks/cluster_auth_ephemeral.go"/>
internal static class EphemeralResourceSchemas
{
    private static readonly Lazy<IReadOnlyDictionary<string, Dictionary<string, Schema>>> s_schemas = new(Read);

    /// <summary>The schemas of a provider's ephemeral resources, by type.</summary>
    /// <param name="provider">The name of the provider: <c>aws</c>.</param>
    public static IReadOnlyDictionary<string, Schema> Of(string provider) => s_schemas.Value.GetValueOrDefault(provider, []);

    private static Dictionary<string, Dictionary<string, Schema>> Read()
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream("ephemeral-resources.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Schema>>>(json, ProviderSchema.Json)!;
    }
}
