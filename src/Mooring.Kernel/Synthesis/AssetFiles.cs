using System.Security.Cryptography;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>The files of assets.</summary>
internal static class AssetFiles
{
    /// <summary>The hash of the contents of a directory, which is a part of the path of its copy.</summary>
    public static string HashOf(string directory)
    {
#pragma warning disable CA5351 // it is no secret: CDKTF's name of the copy
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        Add(new DirectoryInfo(directory), hash);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Copies a directory.</summary>
    public static void Copy(string source, string target, IOutputFiles files)
    {
        foreach (var entry in EntriesOf(new DirectoryInfo(source)))
        {
            var path = Path.Combine(target, entry.Name);
            if (entry is FileInfo)
            {
                files.Copy(entry.FullName, path);
            }
            else
            {
                Copy(entry.FullName, path, files);
            }
        }
    }

    private static void Add(DirectoryInfo directory, IncrementalHash hash)
    {
        foreach (var entry in EntriesOf(directory))
        {
            if (entry is DirectoryInfo inner)
            {
                Add(inner, hash);
            }
            else
            {
                hash.AppendData(File.ReadAllBytes(entry.FullName));
            }
        }
    }

    private static IEnumerable<FileSystemInfo> EntriesOf(DirectoryInfo directory) =>
        directory
            .GetFileSystemInfos()
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => entry.LinkTarget is null ? entry : throw new UnknownException("links in assets"));
}
