namespace Mooring.Publishing;

/// <summary>
/// Finds out what a publication has to change, and what would be in its way, and copies the files that it replaces. It changes nothing that is
/// published.
/// </summary>
/// <param name="directory">The published directory.</param>
/// <param name="kept">The directory for the copies.</param>
/// <param name="files">The file system.</param>
internal sealed class PublicationPlan(PublishedDirectory directory, string kept, IFileSystem files)
{
    private readonly HashSet<string> _known = [];
    private readonly List<string> _created = [];
    private readonly List<(string Path, string Staged)> _moved = [];
    private readonly List<string> _foldersInMoved = [];
    private readonly List<Journal.Change> _changesInMoved = [];
    private readonly List<PublicationStep> _steps = [];

    /// <summary>The folders to create, the outermost first.</summary>
    public IReadOnlyList<string> CreatedFolders => _created;

    /// <summary>The folders that are moved as a whole.</summary>
    public IReadOnlyList<(string Path, string Staged)> MovedFolders => _moved;

    /// <summary>The changes of single files, without those that are already as they should be.</summary>
    public IReadOnlyList<PublicationStep> Steps => _steps;

    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => _moved.Count + _steps.Count == 0;

    /// <summary>The journal of all changes.</summary>
    /// <param name="temporaries">The files that are written beside those of <see cref="PublishedDirectory.Beside"/>.</param>
    public Journal ToJournal(IReadOnlyList<string> temporaries) =>
        new()
        {
            Folders = [.. _created, .. _foldersInMoved],
            Changes = [.. _changesInMoved, .. _steps.Select(step => step.Change)],
            Temporaries = temporaries,
        };

    /// <summary>Adds a folder that is placed where nothing is.</summary>
    /// <param name="path">Its path in the directory.</param>
    /// <param name="staged">The new folder.</param>
    /// <param name="contents">The paths in it of all its files, with their SHA-256.</param>
    /// <exception cref="IOException">A link, or a file in place of a directory, is in the way.</exception>
    public void AddFolder(string path, string staged, IReadOnlyDictionary<string, string> contents)
    {
        AddFoldersOf(path);
        _moved.Add((path, staged));
        foreach (var (file, hash) in contents.Select(file => ($"{path}/{file.Key}", file.Value)))
        {
            _foldersInMoved.AddRange(directory.FoldersOf(file).Where(_known.Add));
            _changesInMoved.Add(new(file, Kept: null, hash));
        }
    }

    /// <summary>Adds a file that is placed or removed.</summary>
    /// <param name="path">Its path in the directory.</param>
    /// <param name="staged">The new file; <see langword="null"/> to remove it.</param>
    /// <exception cref="IOException">A link, or a directory in place of a file or the reverse, is in the way.</exception>
    public void Add(string path, string? staged)
    {
        AddFoldersOf(path);
        var place = directory.PathOf(path);
        var kind = files.KindOf(place);
        if (kind is FileKind.Directory or FileKind.Link)
        {
            throw InTheWay(path, kind, "file");
        }

        var last = kind == FileKind.None ? null : files.Read(place);
        var next = staged is null ? null : files.Read(staged);
        if (last is null ? next is not null : next is null || !last.AsSpan().SequenceEqual(next))
        {
            _steps.Add(new(new(path, Keep(place, last is not null, staged is not null), next is null ? null : Fingerprint.Of(next)), staged));
        }
    }

    private void AddFoldersOf(string path)
    {
        foreach (var folder in directory.FoldersOf(path).Where(_known.Add))
        {
            switch (files.KindOf(directory.PathOf(folder)))
            {
                case FileKind.Directory:
                    break;
                case FileKind.None:
                    _created.Add(folder);
                    break;
                case var kind:
                    throw InTheWay(folder, kind, "directory");
            }
        }
    }

    /// <summary>Copies a file that is replaced. One that is removed is moved there instead.</summary>
    private string? Keep(string place, bool exists, bool isReplaced)
    {
        if (!exists)
        {
            return null;
        }

        var name = $"kept-{_steps.Count}";
        if (isReplaced)
        {
            files.Copy(place, Path.Combine(kept, name));
        }

        return name;
    }

    private IOException InTheWay(string path, FileKind kind, string expected)
    {
        var found = kind switch
        {
            FileKind.Link => "symbolic link",
            FileKind.Directory => "directory",
            _ => "file",
        };
        return new IOException($"{directory.PathOf(path)} must be a {expected}, and is a {found}: move it away.");
    }
}
