namespace Mooring.Publishing;

/// <summary>Replaces the content of a file: who reads it sees the old one or the new one, and never a part of one.</summary>
internal static class ReplacedFile
{
    /// <summary>Writes a file. One that is there keeps its mode; a link stays, and what it leads to is replaced.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="IOException">It cannot be written; what was there is unchanged.</exception>
    public static void Write(string path, byte[] content)
    {
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
        var temporary = $"{Publication.TemporaryPrefixOf(target)}{Path.GetRandomFileName()}";
        try
        {
            DiskFileSystem.Instance.Write(temporary, content);
            KeepMode(target, temporary);
            DiskFileSystem.Instance.Move(temporary, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new IOException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }

    private static void KeepMode(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
    }
}
