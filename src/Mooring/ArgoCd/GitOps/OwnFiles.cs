namespace Mooring.ArgoCd.GitOps;

/// <summary>
/// Files in a directory that also has files of others. A list in it names the written files, so that a later call can remove exactly those that are
/// no longer needed.
/// </summary>
internal static class OwnFiles
{
    /// <summary>Name of the list.</summary>
    public const string List = ".mooring-files";

    private const string ListComment = "# What Mooring wrote here, and removes again when it no longer does.";

    /// <summary>Writes the files and the list, and removes what only an earlier list names.</summary>
    public static void Write(string directory, IReadOnlyDictionary<string, string> files)
    {
        var before = Listed(directory);
        var staging = Path.Combine(Path.GetFullPath(directory), $".staging-{Path.GetRandomFileName()}");
        try
        {
            Stage(staging, files);
            foreach (var path in files.Keys.Append(List))
            {
                Publish(Path.Combine(staging, path), Path.Combine(directory, path));
            }
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }

        foreach (var file in before.Where(path => !files.ContainsKey(path)).Select(path => Path.Combine(directory, path)).Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    /// <summary>The files of an earlier call. Anyone can edit the list, so a path that leads out of the directory is ignored.</summary>
    private static string[] Listed(string directory)
    {
        var list = Path.Combine(directory, List);
        return File.Exists(list)
            ? [.. File.ReadAllLines(list).Where(line => line.Length > 0 && line[0] != '#' && !Path.IsPathRooted(line) && !line.Split('/', '\\').Contains(".."))]
            : [];
    }

    /// <summary>Writes everything once before anything is replaced: a full disk or a missing permission shows here.</summary>
    private static void Stage(string staging, IReadOnlyDictionary<string, string> files)
    {
        var list = string.Concat(files.Keys.Select(path => $"{path}\n"));
        foreach (var (path, text) in files.Append(KeyValuePair.Create(List, $"{ListComment}\n{list}")))
        {
            var file = Path.Combine(staging, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static void Publish(string staged, string published)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(published)!);
        File.Move(staged, published, overwrite: true);
    }
}
