namespace Mooring.Publishing;

/// <summary>A directory that files are published in, among files of others.</summary>
/// <param name="Path">Its path.</param>
internal sealed record PublishedDirectory(string Path)
{
    /// <summary>Whether a path in it, with <c>/</c> between its parts, can be one of ours. No other file is touched.</summary>
    public Func<string, bool> IsOurs { get; init; } = _ => true;

    /// <summary>Files outside of the directory that are published with it, by their absolute paths.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>What to do where a file beside the directory cannot be written.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether a path leads to a place in the directory, and not out of it.</summary>
    public static bool IsInside(string path) =>
        path.Length > 0
        && !path.Contains('\0', StringComparison.Ordinal)
        && path.Split('/', '\\').All(part => part is not ("" or "." or ".."))
        && !System.IO.Path.IsPathRooted(path);

    /// <summary>Whether a path, which somebody may have edited, leads to one of our files.</summary>
    public bool Owns(string path) => Beside.Contains(path) || (IsInside(path) && IsOurs(path));

    /// <summary>The path of a file.</summary>
    public string PathOf(string path) => Beside.Contains(path) ? path : System.IO.Path.Combine(Path, path);

    /// <summary>The directories between this one and a file, the outermost first.</summary>
    public IEnumerable<string> FoldersOf(string path)
    {
        if (Beside.Contains(path))
        {
            yield break;
        }

        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }
    }
}
