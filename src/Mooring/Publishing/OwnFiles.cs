using System.Text;

namespace Mooring.Publishing;

/// <summary>
/// Files in a directory that also has files of others. A list in it names the written files, so that a later call can remove exactly those that are
/// no longer needed.
/// </summary>
internal static class OwnFiles
{
    /// <summary>Name of the list.</summary>
    public const string List = ".mooring-files";

    private const string ListComment = "# What Mooring wrote here, and removes again when it no longer does.";

    /// <summary>Writes the files and the list, and removes what only an earlier list names: all of it, or nothing.</summary>
    public static void Write(string directory, IReadOnlyDictionary<string, string> contents, IFileSystem files)
    {
        var published = new PublishedDirectory(directory);
        Directory.CreateDirectory(directory);
        Publication.Recover(published, files);
        using var publication = new Publication(published, files);
        foreach (var (path, text) in contents)
        {
            publication.Place(path, Encoding.UTF8.GetBytes(text));
        }

        publication.Place(List, Encoding.UTF8.GetBytes($"{ListComment}\n{string.Concat(contents.Keys.Select(path => $"{path}\n"))}"));
        foreach (var path in Listed(published, files).Where(path => !contents.ContainsKey(path) && path != List))
        {
            publication.Remove(path);
        }

        publication.Publish();
    }

    /// <summary>
    /// The files of an earlier call. Anyone can edit the list: a path that leads out of the directory is ignored, also one that does so by a link,
    /// and what is no file.
    /// </summary>
    private static string[] Listed(PublishedDirectory directory, IFileSystem files)
    {
        var list = directory.PathOf(List);
        return files.KindOf(list) != FileKind.File
            ? []
            :
            [
                .. File.ReadAllLines(list)
                    .Where(line => line.Length > 0 && line[0] != '#' && PublishedDirectory.IsInside(line))
                    .Where(path => directory.FoldersOf(path).All(folder => files.KindOf(directory.PathOf(folder)) == FileKind.Directory))
                    .Where(path => files.KindOf(directory.PathOf(path)) == FileKind.File)
                    .Distinct(),
            ];
    }
}
