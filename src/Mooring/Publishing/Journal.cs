using System.Text.Json;

namespace Mooring.Publishing;

/// <summary>
/// What a publication is about to change. It is written before the first change and deleted after the last one, so that where there is one, the
/// publication did not come to its end.
/// </summary>
internal sealed record Journal
{
    private const string FileName = "journal.json";

    /// <summary>The directories that are created, the outermost first.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The files that are changed, in this order.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>The files that are written beside those of <see cref="PublishedDirectory.Beside"/> before they replace them.</summary>
    public IReadOnlyList<string> Temporaries { get; init; } = [];

    /// <summary>The journal in a directory; <see langword="null"/> where there is none, or none that a publication wrote.</summary>
    public static Journal? ReadFrom(string directory, IFileSystem files)
    {
        var file = Path.Combine(directory, FileName);
        if (files.KindOf(file) != FileKind.File)
        {
            return null;
        }

        try
        {
            return
                JsonSerializer.Deserialize<Journal>(files.Read(file)) is { Folders: not null, Changes: not null, Temporaries: not null } journal
                && journal.Changes.All(change => change is { Path: not null, Kept: null or { Length: > 0 } })
                && journal.Folders.Concat(journal.Temporaries).All(path => path is not null)
                ? journal
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the journal, whole or not at all.</summary>
    public void WriteTo(string directory, IFileSystem files)
    {
        var file = Path.Combine(directory, FileName);
        files.Write($"{file}.new", JsonSerializer.SerializeToUtf8Bytes(this));
        files.Move($"{file}.new", file);
    }

    /// <summary>Deletes the journal: what it lists is now the last output.</summary>
    public static void DeleteFrom(string directory, IFileSystem files) => files.Delete(Path.Combine(directory, FileName));

    /// <summary>A change of a file.</summary>
    /// <param name="Path">Its path in the published directory.</param>
    /// <param name="Kept">Name of the copy of the file as it was; <see langword="null"/> where there was none.</param>
    /// <param name="New">SHA-256 of the new file; <see langword="null"/> where it is removed.</param>
    internal sealed record Change(string Path, string? Kept, string? New);
}
