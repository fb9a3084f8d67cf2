namespace Mooring.Discovery.Declaration;

/// <summary>The tags that every resource of a fleet has.</summary>
internal static class FleetTags
{
    /// <summary>Their keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["environment", "fleet"];
}
