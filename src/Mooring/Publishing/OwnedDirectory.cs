namespace Mooring.Publishing;

/// <summary>
/// A directory for temporary files that a run owns as long as it lives. A file in it says so, which the run keeps locked. The operating system
/// releases the lock when the run ends, also when it is killed: then the next run removes the directory. Directories of others have no such file.
/// </summary>
internal sealed class OwnedDirectory : IDisposable
{
    private const string Marker = ".mooring-owner";

    private readonly FileStream _owner;

    private OwnedDirectory(string path, FileStream owner) => (Path, _owner) = (path, owner);

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Creates a directory that only this user may open.</summary>
    /// <param name="parent">The directory that it is created in.</param>
    /// <param name="prefix">What its name begins with.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    public static OwnedDirectory Create(string parent, string prefix)
    {
        while (true)
        {
            var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), $"{prefix}{System.IO.Path.GetRandomFileName()}");
            CreatePrivate(path);
            try
            {
                return new OwnedDirectory(path, Open(path, FileMode.CreateNew));
            }
            catch (DirectoryNotFoundException) when (Directory.Exists(parent))
            {
                // Another run took it for an abandoned one, because it was empty.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Directory.Delete(path);
                throw;
            }
        }
    }

    /// <summary>Takes the directories of runs that were killed. Disposing one removes it.</summary>
    /// <param name="parent">The directory that they are in.</param>
    /// <param name="prefix">What their names begin with.</param>
    public static IEnumerable<OwnedDirectory> TakeAbandoned(string parent, string prefix)
    {
        foreach (var path in Directory.GetDirectories(parent, $"{prefix}*").Where(path => DiskFileSystem.Instance.KindOf(path) == FileKind.Directory))
        {
            if (Take(path) is { } abandoned)
            {
                yield return abandoned;
            }
        }
    }

    /// <summary>Removes the directories of runs that were killed, as far as that is possible.</summary>
    /// <param name="parent">The directory that they are in.</param>
    /// <param name="prefix">What their names begin with.</param>
    public static void RemoveAbandoned(string parent, string prefix)
    {
        foreach (var abandoned in TakeAbandoned(parent, prefix))
        {
            abandoned.Dispose();
        }
    }

    /// <summary>Removes the directory, as far as that is possible; the next run removes what is left.</summary>
    public void Dispose()
    {
        try
        {
            // The marker is the last file, so that what is left can still be recognized.
            foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(entry => entry.Name != Marker))
            {
                Remove(entry);
            }

            File.Delete(System.IO.Path.Combine(Path, Marker));
            Directory.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that still writes there, or Windows, which does not delete open files.
        }

        _owner.Dispose();
    }

    /// <summary>Lets go of the directory and leaves it to the next run.</summary>
    public void Leave() => _owner.Dispose();

    private static void Remove(FileSystemInfo entry)
    {
        // A link is removed, and not what it leads to.
        if (entry is DirectoryInfo { LinkTarget: null } directory)
        {
            directory.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }

    private static OwnedDirectory? Take(string path)
    {
        try
        {
            if (DiskFileSystem.Instance.KindOf(System.IO.Path.Combine(path, Marker)) == FileKind.File)
            {
                return new OwnedDirectory(path, Open(path, FileMode.Open));
            }

            // A run that was killed before it wrote the marker. Where it is not empty, this fails.
            Directory.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A run that lives has it, or somebody else.
        }

        return null;
    }

    private static FileStream Open(string path, FileMode mode) => new(System.IO.Path.Combine(path, Marker), mode, FileAccess.ReadWrite, FileShare.None);

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
