namespace Mooring.Publishing;

/// <summary>What a <see cref="Publication"/> does to files. Each method is one step, which fails without an effect or has its whole effect.</summary>
internal interface IFileSystem
{
    /// <summary>What is at a path. A link is not followed.</summary>
    FileKind KindOf(string path);

    /// <summary>The content of a file.</summary>
    byte[] Read(string path);

    /// <summary>Writes a file that does not exist yet.</summary>
    void Write(string path, byte[] content);

    /// <summary>Copies a file, with its mode and times, to a path where nothing is.</summary>
    void Copy(string path, string copy);

    /// <summary>
    /// Moves a file within a file system, over the file that is there: readers see one or the other, never none. Or moves a directory to a path where
    /// nothing is.
    /// </summary>
    void Move(string path, string target);

    /// <summary>Deletes a file.</summary>
    void Delete(string path);

    /// <summary>Creates a directory in one that exists.</summary>
    void CreateDirectory(string path);

    /// <summary>Deletes a directory, which must be empty.</summary>
    void DeleteDirectory(string path);
}
