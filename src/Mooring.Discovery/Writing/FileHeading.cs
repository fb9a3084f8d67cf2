using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Writing;

/// <summary>The comment at the beginning of a discovered fleet file.</summary>
internal static class FileHeading
{
    /// <summary>Its paragraphs.</summary>
    public static IReadOnlyList<string> Of(DiscoveryRequest request, Notes notes) =>
        [
            $"Written by '{request.Program.With(["discover", .. RegionsOf(request)])}' from what AWS has. Read it, and plan it: docs/discover.md.",
            .. List("What could not be read:", notes.Unread),
            .. List("What is there and this file does not say:", notes.Unsayable),
            string.Empty,
        ];

    private static IEnumerable<string> RegionsOf(DiscoveryRequest request) =>
        request.Locations.Select(location => location.Region).Distinct().SelectMany(region => new[] { "--region", region });

    private static IEnumerable<string> List(string title, IReadOnlyList<string> entries) =>
        entries.Count == 0 ? [] : [string.Empty, title, .. entries.Select(entry => $"- {entry}")];
}
