namespace Mooring.StandIns.Schemas;

/// <summary>
/// The attributes of each resource whose change replaces it. Schemas do not contain it; replacing-attributes.json was derived from the providers'
/// sources.
/// </summary>
internal static class ReplacingAttributes
{
    private static readonly EmbeddedPaths s_paths = new("replacing-attributes.json");

    /// <summary>The known resources.</summary>
    public static IEnumerable<string> Types => s_paths.Types;

    /// <summary>Paths of the attributes of a resource, without indices; none of a resource that is not known.</summary>
    public static IReadOnlyList<string> Of(string type) => s_paths.Of(type);
}
