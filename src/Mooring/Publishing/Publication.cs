namespace Mooring.Publishing;

/// <summary>
/// Publishes files all together or not at all. The new files are prepared in a directory of their own, with copies of those that they replace and a
/// journal. Then each is moved to its place. When that fails, all are put back, by this run or, where it was killed, by the next.
/// </summary>
internal sealed class Publication : IDisposable
{
    private const string Prefix = ".mooring-staging-";

    private readonly PublishedDirectory _directory;
    private readonly IFileSystem _files;
    private readonly OwnedDirectory _owned;
    private readonly PublicationPlan _plan;
    private bool _isUnfinished;

    /// <summary>Begins a publication; <see cref="Recover"/> was called before.</summary>
    /// <param name="directory">The directory that is published in; it exists.</param>
    /// <param name="files">The file system.</param>
    public Publication(PublishedDirectory directory, IFileSystem files)
    {
        (_directory, _files) = (directory, files);
        _owned = OwnedDirectory.Create(directory.Path, Prefix);
        _plan = new(directory, _owned.Path, files);
        StagingDirectory = Path.Combine(_owned.Path, "new");
        try
        {
            Directory.CreateDirectory(StagingDirectory);
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    /// <summary>An empty directory for the new files, an absolute path.</summary>
    public string StagingDirectory { get; }

    /// <summary>Whether a run that was killed has left something in a directory.</summary>
    public static bool HasAbandoned(string directory) => Directory.Exists(directory) && Directory.EnumerateDirectories(directory, $"{Prefix}*").Any();

    /// <summary>What the name begins with of the file that is written before it replaces one beside the directory.</summary>
    public static string TemporaryPrefixOf(string beside) => Path.Combine(Path.GetDirectoryName(beside)!, $".{Path.GetFileName(beside)}.");

    /// <summary>Puts back what runs that were killed have published in part, and removes their files.</summary>
    /// <exception cref="UnfinishedPublicationException">Something cannot be put back.</exception>
    public static void Recover(PublishedDirectory directory, IFileSystem files)
    {
        foreach (var abandoned in OwnedDirectory.TakeAbandoned(directory.Path, Prefix))
        {
            try
            {
                if (Journal.ReadFrom(abandoned.Path, files) is { } journal)
                {
                    new Rollback(directory, abandoned.Path, files).Run(journal);
                    Journal.DeleteFrom(abandoned.Path, files);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                abandoned.Leave();
                throw Unfinished(directory, "A run was stopped while it wrote.", exception);
            }

            abandoned.Dispose();
        }
    }

    /// <summary>Asks for a file.</summary>
    /// <param name="path">Its path in the directory.</param>
    /// <param name="staged">The new file.</param>
    /// <exception cref="IOException">Something is in the way; nothing has changed.</exception>
    public void Place(string path, string staged) => _plan.Add(path, staged);

    /// <summary>Asks for a folder where nothing is. It is moved as a whole, before any other change.</summary>
    /// <param name="path">Its path in the directory.</param>
    /// <param name="staged">The new folder.</param>
    /// <param name="files">The paths in it of all its files, with their SHA-256.</param>
    /// <exception cref="IOException">Something is in the way; nothing has changed.</exception>
    public void PlaceFolder(string path, string staged, IReadOnlyDictionary<string, string> files) => _plan.AddFolder(path, staged, files);

    /// <summary>Asks for a file.</summary>
    /// <param name="path">Its path in the directory, or one of <see cref="PublishedDirectory.Beside"/>.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="IOException">Something is in the way; nothing has changed.</exception>
    public void Place(string path, byte[] content)
    {
        var staged = Path.Combine(_owned.Path, Path.GetRandomFileName());
        _files.Write(staged, content);
        Place(path, staged);
    }

    /// <summary>Asks for the removal of a file.</summary>
    /// <param name="path">Its path in the directory.</param>
    /// <exception cref="IOException">Something is in the way; nothing has changed.</exception>
    public void Remove(string path) => _plan.Add(path, staged: null);

    /// <summary>Makes the changes that were asked for, in that order.</summary>
    /// <exception cref="IOException">A change failed; everything is as it was.</exception>
    /// <exception cref="UnfinishedPublicationException">A change failed, and not everything could be put back.</exception>
    public void Publish()
    {
        if (!_plan.IsEmpty)
        {
            var journal = _plan.ToJournal([.. _directory.Beside.Select(beside => $"{TemporaryPrefixOf(beside)}{Path.GetRandomFileName()}")]);
            journal.WriteTo(_owned.Path, _files);
            Make(journal);
        }
    }

    /// <summary>Removes what was prepared.</summary>
    public void Dispose()
    {
        if (_isUnfinished)
        {
            _owned.Leave();
        }
        else
        {
            _owned.Dispose();
        }
    }

    private void Make(Journal journal)
    {
        try
        {
            foreach (var folder in _plan.CreatedFolders)
            {
                _files.CreateDirectory(_directory.PathOf(folder));
            }

            foreach (var (folder, staged) in _plan.MovedFolders)
            {
                _files.Move(staged, _directory.PathOf(folder));
            }

            foreach (var step in _plan.Steps)
            {
                Make(step, journal.Temporaries);
            }

            Journal.DeleteFrom(_owned.Path, _files);
        }
        catch (Exception exception)
        {
            PutBack(journal, exception);
            throw;
        }
    }

    private void Make(PublicationStep step, IReadOnlyList<string> temporaries)
    {
        var path = _directory.PathOf(step.Change.Path);
        if (step.Staged is null)
        {
            _files.Move(path, Path.Combine(_owned.Path, step.Change.Kept!));
        }
        else if (_directory.Beside.Index().FirstOrDefault(beside => beside.Item == step.Change.Path) is { Item: not null } beside)
        {
            MakeBeside(path, step.Staged, temporaries[beside.Index]);
        }
        else
        {
            _files.Move(step.Staged, path);
        }
    }

    /// <summary>Replaces a file beside the directory, which may be in another file system.</summary>
    private void MakeBeside(string path, string staged, string temporary)
    {
        try
        {
            _files.Write(temporary, _files.Read(staged));
            _files.Move(temporary, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be written: {exception.Message} {_directory.Remedy}", exception);
        }
    }

    private void PutBack(Journal journal, Exception cause)
    {
        try
        {
            new Rollback(_directory, _owned.Path, _files).Run(journal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _isUnfinished = true;
            throw Unfinished(_directory, cause.Message, exception);
        }
    }

    private static UnfinishedPublicationException Unfinished(PublishedDirectory directory, string cause, Exception exception) =>
        new($"{cause} '{directory.Path}' is partly written, and cannot be put back now: {exception.Message} The next run puts it back.", exception);
}
