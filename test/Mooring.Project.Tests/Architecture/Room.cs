using System.Text.RegularExpressions;

namespace Mooring.Project.Tests.Architecture;

/// <summary>A room of the house: a row of the table in CONTRIBUTING.md, which defines the dependencies of its types.</summary>
/// <param name="Folder">Folder of the room, such as <c>src/Mooring/Fleet/Checks/</c>.</param>
/// <param name="MayUse">Rooms whose types it may use, and <c>CDKTF</c> where it may use that.</param>
public sealed partial record Room(string Folder, IReadOnlyList<string> MayUse)
{
    /// <summary>The name of CDKTF's packages in the table.</summary>
    public const string Cdktf = "CDKTF";

    /// <summary>The rooms, in the order of the table.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        .. File.ReadLines(TestKit.Repository.PathOf("CONTRIBUTING.md"))
            .Where(line => line.StartsWith("| `src/", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .Select(cells => new Room(Codes(cells[1]).Single(), [.. Codes(cells[3])])),
    ];

    /// <summary>Namespace of the room's types: <c>Mooring.Fleet.Checks</c>.</summary>
    public string Namespace => Folder["src/".Length..].TrimEnd('/').Replace('/', '.');

    /// <summary>The room that a namespace belongs to: the one with the longest name that the namespace begins with.</summary>
    public static Room? Of(string name) =>
        All.Where(room => $"{name}.".StartsWith($"{room.Namespace}.", StringComparison.Ordinal)).MaxBy(room => room.Namespace.Length);

    /// <summary>The name of the room in other rows: <c>Fleet/Checks</c>, and <c>Mooring.Cli</c> for a project of its own.</summary>
    public string Name =>
        Folder.StartsWith("src/Mooring/", StringComparison.Ordinal) ? Folder["src/Mooring/".Length..].TrimEnd('/') : Folder["src/".Length..].TrimEnd('/');

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<string> Codes(string cell) => CodePattern().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();
}
