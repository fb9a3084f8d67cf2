using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The fleet files of the repository. The examples of the reference are from them.</summary>
internal static class SampleFleets
{
    private static readonly string[][] s_paths =
    [
        ["fleet.yaml"],
        ["test", "Mooring.TestKit", "Fleets", "everything.yaml"],
        ["test", "Mooring.TestKit", "Fleets", "everything-else.yaml"],
        ["docs", "examples", "locations", "fleet.yaml"],
        ["docs", "examples", "locations", "guest.yaml"],
        ["test", "Mooring.TestKit", "Fleets", "workspaces.yaml"],
    ];

    /// <summary>Their contents, as YAML.</summary>
    public static IReadOnlyList<YamlNode> Roots { get; } = [.. s_paths.Select(Root)];

    /// <summary>Their contents, in which other values can be planted.</summary>
    public static IReadOnlyList<FleetDocument> Documents { get; } = [.. s_paths.Select(FleetDocument.Read)];

    private static YamlNode Root(string[] path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Repository.PathOf(path))));
        return stream.Documents[0].RootNode;
    }
}
