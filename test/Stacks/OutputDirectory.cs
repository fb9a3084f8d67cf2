namespace Mooring.Tests.Stacks;

/// <summary>Reads what was written.</summary>
internal static class OutputDirectory
{
    /// <summary>The text of every file by its path in the directory.</summary>
    public static Dictionary<string, string> Read(string directory)
        => Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText);
}
