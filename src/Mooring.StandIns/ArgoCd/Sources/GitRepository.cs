namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>A Git repository, of which only the newest commit is known.</summary>
/// <param name="url">Its URL.</param>
internal sealed class GitRepository(string url)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _folders = [];

    /// <summary>Its URL.</summary>
    public string Url { get; } = url;

    /// <summary>Number of commits.</summary>
    public int Commits { get; private set; }

    /// <summary>Commits the files of a folder, and removes what else was in it.</summary>
    public void Commit(string folder, IReadOnlyDictionary<string, string> files)
    {
        _folders[folder] = files;
        Commits++;
    }

    /// <summary>The files below a path; none where there is no such folder.</summary>
    public IReadOnlyDictionary<string, string> Files(string path) =>
        _folders
            .SelectMany(folder => folder.Value.Select(file => KeyValuePair.Create(folder.Key == "." ? file.Key : $"{folder.Key}/{file.Key}", file.Value)))
            .Where(file => path == "." || file.Key.StartsWith($"{path}/", StringComparison.Ordinal))
            .ToDictionary(file => path == "." ? file.Key : file.Key[(path.Length + 1)..], file => file.Value);
}
