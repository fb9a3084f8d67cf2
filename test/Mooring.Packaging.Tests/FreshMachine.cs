using System.Collections;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Packaging.Tests;

/// <summary>
/// A user who has .NET and has never seen this repository: an empty home directory, empty caches, an empty working directory. The user's source
/// <c>nuget.org</c> is a folder with what the build restored from there, so that the tests need no network.
/// </summary>
internal sealed class FreshMachine : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, string?> _environment = WithoutOuterBuild();

    public FreshMachine()
    {
        foreach (var folder in new[] { Home, Work })
        {
            Directory.CreateDirectory(folder);
        }

        WriteFile(
            Path.Combine(Home, ".nuget", "NuGet", "NuGet.Config"),
            $"""<configuration><packageSources><add key="nuget.org" value="{Built.Path("NuGetPackages")}" /></packageSources></configuration>"""
        );
        _environment["HOME"] = _environment["DOTNET_CLI_HOME"] = Home;
        _environment["NUGET_PACKAGES"] = Packages;
        _environment["NUGET_HTTP_CACHE_PATH"] = Path.Combine(Home, "http-cache");
        _environment["XDG_DATA_HOME"] = _environment["XDG_CACHE_HOME"] = null;
        // The servers of builds outlive them, and these builds have a home that is deleted.
        _environment["MSBUILDDISABLENODEREUSE"] = "1";
        _environment["UseSharedCompilation"] = "false";
        // 2026-11-27: the versions of Kubernetes in the samples are supported.
        _environment["SOURCE_DATE_EPOCH"] = "1795737600";
    }

    /// <summary>The working directory.</summary>
    public string Work => Path.Combine(_directory.Path, "work");

    /// <summary>NuGet's packages folder.</summary>
    public string Packages => Path.Combine(_directory.Path, "packages");

    private string Home => Path.Combine(_directory.Path, "home");

    /// <summary>Writes a file into the working directory.</summary>
    public void Write(string name, string text) => WriteFile(PathOf(name), text);

    /// <summary>Reads a file of the working directory.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>A path in the working directory.</summary>
    public string PathOf(string name) => Path.Combine(Work, name);

    /// <summary>Runs a command in a folder of the working directory, and requires that it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public string Run(string folder, string program, params string[] arguments)
    {
        var run = TryRun(folder, program, arguments);
        run.ExitCode.Should().Be(0, "'{0} {1}' must succeed: {2}", program, string.Join(' ', arguments), run.Output + run.Error);
        return run.Output;
    }

    /// <summary>Programs with Mooring find no Node.js from now on. Builds do: they start it by its name.</summary>
    public void HideNodeFromPrograms() => _environment["JSII_NODE"] = "/no/node";

    /// <summary>Runs a command in a folder of the working directory.</summary>
    public Command TryRun(string folder, string program, params string[] arguments) => Command.Run(PathOf(folder), _environment, program, arguments);

    public void Dispose() => _directory.Dispose();

    /// <summary>The environment without what the build that runs these tests says to its own processes.</summary>
    public static Dictionary<string, string?> WithoutOuterBuild() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);

    private static void WriteFile(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
