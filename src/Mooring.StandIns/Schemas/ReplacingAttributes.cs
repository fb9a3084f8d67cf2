using System.Reflection;
using System.Text.Json;

namespace Mooring.StandIns.Schemas;

/// <summary>
/// The attributes of each resource whose change replaces it. Schemas do not contain it; replacing-attributes.json was derived from the providers'
/// sources.
/// </summary>
internal static class ReplacingAttributes
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> s_paths = new(Read);

    /// <summary>The known resources.</summary>
    public static IEnumerable<string> Types => s_paths.Value.Keys;

    /// <summary>Paths of the attributes of a resource, without indices; none of a resource that is not known.</summary>
    public static IReadOnlyList<string> Of(string type) => s_paths.Value.GetValueOrDefault(type, []);

    private static Dictionary<string, string[]> Read()
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream("replacing-attributes.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!;
    }
}
