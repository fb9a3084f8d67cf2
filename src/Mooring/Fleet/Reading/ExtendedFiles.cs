using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>The files that a fleet file extends, each as it was when it was first read.</summary>
/// <param name="known">Texts of files by their names, which are not read; <see langword="null"/> for none.</param>
internal sealed class ExtendedFiles(IReadOnlyDictionary<string, string>? known = null)
{
    /// <summary>The most files, one that is extended twice counted twice. It ends a chain that symbolic links make endless.</summary>
    public const int MostFiles = 64;

    private readonly OrderedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private long _characters;
    private int _count;

    /// <summary>Their texts by their names, in the order in which they were first read.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>What an extended file is called: its path from the working directory, or an absolute one where the file that extends it has that.</summary>
    /// <param name="by">What the file is called that extends it.</param>
    /// <param name="path">Its path from the folder of that file.</param>
    public static string NameOf(string by, string path)
    {
        var combined = Path.Combine(Path.GetDirectoryName(by) ?? string.Empty, path);
        return Path.IsPathRooted(combined) ? Path.GetFullPath(combined) : Path.GetRelativePath(".", combined);
    }

    /// <summary>The text of a file.</summary>
    /// <param name="name">What it is called.</param>
    /// <exception cref="FleetException">It is not there, or cannot be read, or all of them together are too long.</exception>
    public string TextOf(string name)
    {
        if (++_count > MostFiles)
        {
            throw Refused(name, $"is one too many: a fleet file can extend {MostFiles} files, with those that they extend");
        }

        if (!_texts.TryGetValue(name, out var text))
        {
            text =
                known?.GetValueOrDefault(name)
                ?? TextFile.Read(name)
                ?? throw Refused(name, "there is no such file; a path is relative to the file that has it");
            _texts.Add(name, text);
        }

        _characters += text.Length;
        return _characters <= TextFile.MostBytes
            ? text
            : throw Refused(name, $"is too long: a fleet file and those that it extends can have {TextFile.MostBytes} bytes");
    }

    private static FleetException Refused(string name, string message) => new([FaultCollector.Unreadable(name, message)]);
}
