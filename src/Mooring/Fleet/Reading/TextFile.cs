using System.Globalization;
using System.Text;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>Reads the text of a file that a person wrote, and says in a sentence why it cannot be read.</summary>
internal static class TextFile
{
    /// <summary>
    /// The most bytes of a file: a fleet of 100,000 clusters has 40 MB. What is longer is no fleet file, and would fill the memory.
    /// </summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; <see langword="null"/> where there is no such file.</summary>
    /// <param name="path">Path of the file; the fault names it as it is given here.</param>
    /// <exception cref="FleetException">It cannot be read.</exception>
    public static string? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return Directory.Exists(path) ? throw Fault(path, "is a directory: name a file")
                // What has no length may be without an end, or wait until somebody writes: it is not even opened.
                : LengthOf(file) == 0 ? throw Fault(path, "is empty, or it is no regular file but a pipe or a device: name a file")
                : Decode(path, ReadBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Fault(path, $"cannot be read: {exception.Message}");
        }
    }

    private static long LengthOf(FileInfo file) => (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;

    private static byte[] ReadBytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = file.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostBytes)
            {
                throw Fault(path, string.Create(CultureInfo.InvariantCulture, $"must have at most {MostBytes} bytes"));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The encoding of a file, by its first bytes. The byte order mark is a character of the text.</summary>
    public static Encoding EncodingOf(byte[] bytes) =>
        bytes switch
        {
            // Windows PowerShell writes UTF-16; YAML allows both.
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => s_utf8,
        };

    private static string Decode(string path, byte[] bytes)
    {
        var encoding = EncodingOf(bytes);
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var before = bytes.AsSpan(0, Math.Clamp(exception.Index, 0, bytes.Length));
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            var found = string.Concat((exception.BytesUnknown ?? []).Take(4).Select(each => each.ToString("X2", CultureInfo.InvariantCulture)));
            throw new FleetException([
                new Fault(path, line, column, string.Empty, $"must be in UTF-8, got the byte 0x{found}") { Code = ErrorCodes.Unreadable },
            ]);
        }
    }

    private static FleetException Fault(string path, string message) => new([FaultCollector.Unreadable(path, message)]);
}
