using System.Runtime.CompilerServices;

namespace Mooring.TestKit;

/// <summary>Finds the files of the repository that the tests were compiled from.</summary>
internal static class Repository
{
    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFile(), "..", "..", ".."));

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
