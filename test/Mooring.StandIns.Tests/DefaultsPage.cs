using System.Text.RegularExpressions;
using Mooring.TestKit;

namespace Mooring.StandIns.Tests;

/// <summary>The tables of docs/defaults.md.</summary>
internal static partial class DefaultsPage
{
    private static readonly string s_text = File.ReadAllText(Repository.PathOf("docs", "defaults.md"));

    /// <summary>The attributes that are written, each with its default.</summary>
    public static IReadOnlyList<(string Path, string Default)> Written { get; } =
    [.. Rows("Written with their defaults").Select(cells => (Code(cells[0]).Single(), Code(cells[1]).First()))];

    /// <summary>The attributes and blocks that are left out; <c>*</c> is any part of a name.</summary>
    public static IReadOnlyList<string> LeftOut { get; } = [.. Rows("Left out").Select(cells => Code(cells[0]).Single())];

    /// <summary>What an adopted resource ignores, by its type.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Ignored { get; } =
        Rows("What no key says").ToDictionary(cells => Code(cells[0]).Single(), cells => (IReadOnlyList<string>)[.. Code(cells[1])]);

    /// <summary>The attributes that the provider would reset, and that the resources here do not have in AWS.</summary>
    public static IReadOnlyList<string> NotInAws { get; } = [.. Code(s_text.Split("are not of an Application Load Balancer:")[1])];

    /// <summary>Whether a row is for a path, or for what it is in.</summary>
    public static bool Covers(string row, string path) =>
        Regex.IsMatch(path, $@"^{Regex.Escape(row).Replace(@"\*", "[^.]*", StringComparison.Ordinal)}(\.|\z)");

    private static IEnumerable<string[]> Rows(string heading) =>
        s_text
            .Split($"## {heading}\n")[1]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split(" | "));

    private static IEnumerable<string> Code(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
