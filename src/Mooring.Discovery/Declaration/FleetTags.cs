namespace Mooring.Discovery.Declaration;

/// <summary>The tags that every resource of a fleet has.</summary>
internal static class FleetTags
{
    /// <summary>Their keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["environment", "fleet"];

    /// <summary>Whether a key is one of them, in any case: a fleet file has no tag that differs from them in case only.</summary>
    public static bool Has(string key) => Keys.Contains(key, StringComparer.OrdinalIgnoreCase);
}
