using Mooring.Publishing;

namespace Mooring.Cli;

/// <summary>A file that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Requires that no directory is in its place.</summary>
    /// <exception cref="IOException">One is.</exception>
    public static void RequireNoDirectory(string file)
    {
        if (DiskFileSystem.Instance.KindOf(file) is FileKind.Directory)
        {
            throw new IOException($"{file} must be a file, and is a directory: name a file with --output.");
        }
    }
}
