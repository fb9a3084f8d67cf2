namespace Mooring.Publishing;

/// <summary>
/// Puts files back as they were before a publication that did not come to its end. It may itself be stopped and repeated. A file that is not what the
/// publication made of it was changed by somebody else since, and stays.
/// </summary>
/// <param name="directory">The published directory.</param>
/// <param name="kept">The directory with the copies of the files as they were.</param>
/// <param name="files">The file system.</param>
internal sealed class Rollback(PublishedDirectory directory, string kept, IFileSystem files)
{
    /// <summary>Puts the files back.</summary>
    /// <param name="journal">What was to be changed.</param>
    public void Run(Journal journal)
    {
        foreach (var change in journal.Changes.Reverse().Where(change => IsReachable(change.Path) && IsDone(change)))
        {
            Undo(change);
        }

        foreach (var folder in journal.Folders.Reverse().Where(IsReachable).Select(directory.PathOf).Where(IsEmptyDirectory))
        {
            files.DeleteDirectory(folder);
        }

        foreach (var temporary in journal.Temporaries.Where(path => IsTemporary(path) && files.KindOf(path) == FileKind.File))
        {
            files.Delete(temporary);
        }
    }

    /// <summary>Whether a path is of our files, with no link on the way to it.</summary>
    private bool IsReachable(string path) =>
        directory.Owns(path) && directory.FoldersOf(path).All(folder => files.KindOf(directory.PathOf(folder)) == FileKind.Directory);

    private bool IsDone(Journal.Change change)
    {
        var path = directory.PathOf(change.Path);
        return files.KindOf(path) switch
        {
            FileKind.None => change.New is null,
            FileKind.File => Fingerprint.Of(files.Read(path)) == change.New,
            _ => false,
        };
    }

    private void Undo(Journal.Change change)
    {
        var path = directory.PathOf(change.Path);
        if (change.Kept is null)
        {
            files.Delete(path);
        }
        else if (Path.Combine(kept, Path.GetFileName(change.Kept)) is var copy && files.KindOf(copy) == FileKind.File)
        {
            files.Move(copy, path);
        }
    }

    private bool IsEmptyDirectory(string path) => files.KindOf(path) == FileKind.Directory && !Directory.EnumerateFileSystemEntries(path).Any();

    /// <summary>Whether a path is of a file beside one of <see cref="PublishedDirectory.Beside"/>, and leads nowhere else.</summary>
    private bool IsTemporary(string path) =>
        directory
            .Beside.Select(Publication.TemporaryPrefixOf)
            .Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal) && path.AsSpan(prefix.Length).IndexOfAny('/', '\\', '\0') < 0);
}
