namespace Mooring.Benchmarks;

/// <summary>Finds the files of the repository that the program was built in.</summary>
internal static class Repository
{
    private const string Solution = "Stacks.slnx";

    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, Solution)))
        {
            directory = directory.Parent;
        }

        return directory?.FullName
            ?? throw new BenchmarkException(
                $"'{Solution}' must be in a directory above {AppContext.BaseDirectory}: the program measures the repository that it was built in"
            );
    }
}
