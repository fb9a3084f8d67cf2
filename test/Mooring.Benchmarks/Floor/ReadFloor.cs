using System.Security.Cryptography;
using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Floor;

/// <summary>Reads and hashes an output, and does nothing else.</summary>
internal static class ReadFloor
{
    /// <summary>Hashes all files of a directory together.</summary>
    public static string Run(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in OutputFiles.In(directory))
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(directory, file)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
