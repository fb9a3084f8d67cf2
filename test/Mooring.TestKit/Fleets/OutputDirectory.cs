namespace Mooring.TestKit.Fleets;

/// <summary>Reads what was written, without what a run keeps there for the next one.</summary>
internal static class OutputDirectory
{
    /// <summary>The text of every file by its path in the directory.</summary>
    public static Dictionary<string, string> Read(string directory) =>
        Directory
            .GetFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(".synthesis.", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText);
}
