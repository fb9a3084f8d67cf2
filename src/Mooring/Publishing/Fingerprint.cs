using System.Security.Cryptography;
using System.Text;

namespace Mooring.Publishing;

/// <summary>SHA-256, in hexadecimal digits.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The fingerprint of a text.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The fingerprint of texts; the boundaries between them are part of it.</summary>
    public static string Of(IEnumerable<string> texts) => Of(string.Concat(texts.Select(text => $"{text.Length}:{text}\n")));

    /// <summary>The fingerprint of a file; <see langword="null"/> when there is none, or none that can be read.</summary>
    public static string? OfFile(string path)
    {
        try
        {
            return Of(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
