using Mooring.Publishing;

namespace Mooring.Tests.Synthesis;

/// <summary>A file system that lets nobody write beside the fleet file.</summary>
internal sealed class ReadOnlyPriorities : IFileSystem
{
    private static DiskFileSystem Disk => DiskFileSystem.Instance;

    public FileKind KindOf(string path) => Disk.KindOf(path);

    public byte[] Read(string path) => Disk.Read(path);

    public void Write(string path, byte[] content)
    {
        if (path.Contains(".priorities.json", StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException("read-only");
        }

        Disk.Write(path, content);
    }

    public void Copy(string path, string copy) => Disk.Copy(path, copy);

    public void Move(string path, string target) => Disk.Move(path, target);

    public void Delete(string path) => Disk.Delete(path);

    public void CreateDirectory(string path) => Disk.CreateDirectory(path);

    public void DeleteDirectory(string path) => Disk.DeleteDirectory(path);
}
