using System.Reflection;
using System.Text.Json;

namespace Mooring.StandIns.Schemas;

/// <summary>A table of this assembly: paths of attributes and blocks, without indices, by the type of their resource.</summary>
/// <param name="file">Name of the JSON file.</param>
internal sealed class EmbeddedPaths(string file)
{
    private readonly Lazy<IReadOnlyDictionary<string, string[]>> _paths = new(() => Read(file));

    /// <summary>The known resources.</summary>
    public IEnumerable<string> Types => _paths.Value.Keys;

    /// <summary>The paths of a resource; none of one that is not known.</summary>
    public IReadOnlyList<string> Of(string type) => _paths.Value.GetValueOrDefault(type, []);

    private static Dictionary<string, string[]> Read(string file)
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!;
    }
}
