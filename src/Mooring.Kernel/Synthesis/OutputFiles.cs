using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>Where the files of an app are written.</summary>
internal interface IOutputFiles
{
    /// <summary>Creates the output directory of an app, where its parent exists.</summary>
    /// <param name="path">Its path.</param>
    void CreateDirectory(string path);

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="content">Its content.</param>
    void Write(string path, byte[] content);

    /// <summary>Copies a file, with its permissions.</summary>
    /// <param name="source">Path of the file.</param>
    /// <param name="path">Absolute path of the copy.</param>
    void Copy(string source, string path);
}

/// <summary>Writes files to the disk.</summary>
internal sealed class DiskFiles : IOutputFiles
{
    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new UnknownException("an output directory whose parent does not exist");
        }

        Directory.CreateDirectory(path);
    }

    /// <inheritdoc/>
    public void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <inheritdoc/>
    public void Copy(string source, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(source, path, overwrite: true);
    }
}
