using System.Runtime.InteropServices;

namespace Mooring.Publishing;

/// <summary>The file system of this machine.</summary>
internal sealed class DiskFileSystem : IFileSystem
{
    private DiskFileSystem() { }

    /// <summary>The file system.</summary>
    public static DiskFileSystem Instance { get; } = new();

    /// <inheritdoc/>
    public FileKind KindOf(string path)
    {
        var file = new FileInfo(path);
        return (int)file.Attributes == -1 ? FileKind.None
            : file.LinkTarget is not null ? FileKind.Link
            : file.Attributes.HasFlag(FileAttributes.Directory) ? FileKind.Directory
            : FileKind.File;
    }

    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public void Write(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(content);
        // Some file systems report a full disk only here.
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Copy(string path, string copy) => File.Copy(path, copy);

    /// <inheritdoc/>
    public void Move(string path, string target)
    {
        if (OperatingSystem.IsWindows() && Directory.Exists(path))
        {
            Directory.Move(path, target);
        }
        else if (OperatingSystem.IsWindows())
        {
            File.Move(path, target, overwrite: true);
        }
        // File.Move copies from one file system to another, and a copy can be cut off.
        else if (Rename(path, target) != 0)
        {
            throw new IOException($"{target}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <inheritdoc/>
    public void CreateDirectory(string path) => Directory.CreateDirectory(path);

    /// <inheritdoc/>
    public void DeleteDirectory(string path) => Directory.Delete(path);

    /// <seealso href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/rename.html"/>
    [DllImport("libc", EntryPoint = "rename", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
