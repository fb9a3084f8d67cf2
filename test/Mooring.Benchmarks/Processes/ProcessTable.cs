using System.Globalization;

namespace Mooring.Benchmarks.Processes;

/// <summary>The processes of the machine, as <c>/proc</c> has them. Any of them may be gone a moment later.</summary>
internal static class ProcessTable
{
    /// <summary>The ids of the children of a process.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process) => [.. Parents().Where(pair => pair.Parent == process).Select(pair => pair.Process)];

    /// <summary>The ids of a process and of everything below it.</summary>
    public static IReadOnlyList<int> TreeOf(int process)
    {
        var children = Parents().ToLookup(pair => pair.Parent, pair => pair.Process);
        var tree = new List<int> { process };
        for (var index = 0; index < tree.Count; index++)
        {
            tree.AddRange(children[tree[index]]);
        }

        return tree;
    }

    /// <summary>The proportional set size of a process in bytes: what it shares with others counts in parts. 0 when it is gone.</summary>
    public static long ProportionalSetSize(int process)
    {
        var line = Read($"/proc/{process}/smaps_rollup")?.Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The name of the program that a process runs, <see langword="null"/> when it is gone.</summary>
    public static string? ProgramOf(int process)
    {
        try
        {
            return Path.GetFileName(File.ResolveLinkTarget($"/proc/{process}/exe", returnFinalTarget: false)?.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<(int Process, int Parent)> Parents()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && Read($"{directory}/stat") is { } stat
            )
            {
                // The command is in parentheses, and may hold any character; the state and the parent follow it.
                yield return (process, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));
            }
        }
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
