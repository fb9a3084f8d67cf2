using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Project.Tests.Style;

/// <summary>A handwritten file, in Git or not ignored by it: neither generated nor a snapshot.</summary>
/// <param name="Path">Path from the top of the repository, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    private static readonly HashSet<string> s_extensions = [".cs", ".csproj", ".props", ".targets", ".mjs", ".cjs", ".js", ".sh", ".yaml", ".yml", ".md"];

    private static readonly string[] s_generated = ["main.tf.json.snapshots/", "docs/fleet.md", "docs/benchmarks/results.md"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Command
            .Run(Repository.Root, new Dictionary<string, string?>(), "git", "ls-files", "--cached", "--others", "--exclude-standard")
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => s_extensions.Contains(System.IO.Path.GetExtension(path)) || path == ".ci/run")
            .Where(path => !s_generated.Any(generated => path.StartsWith(generated, StringComparison.Ordinal)))
            .Where(path => File.Exists(Repository.PathOf(path)))
            .Select(path => new SourceFile(path)),
    ];

    /// <summary>Its lines.</summary>
    public IEnumerable<string> Lines => File.ReadLines(Repository.PathOf(Path));
}
