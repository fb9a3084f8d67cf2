namespace Mooring.TestKit.Fleets;

/// <summary>Reads the output files, without the records of a run for the next one.</summary>
internal static class OutputDirectory
{
    /// <summary>The text of every file by its path in the directory.</summary>
    public static Dictionary<string, string> Read(string directory) =>
        Directory
            .GetFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(".synthesis.", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText);
}
