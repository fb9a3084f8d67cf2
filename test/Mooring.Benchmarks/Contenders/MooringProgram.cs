using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>The program of this repository, as <c>dotnet run</c> builds it.</summary>
internal sealed class MooringProgram
{
    private MooringProgram(string path) => Path = path;

    /// <summary>The program, for <c>dotnet</c>.</summary>
    public string Path { get; }

    /// <summary>Builds it in its default configuration.</summary>
    public static MooringProgram Build()
    {
        CommandRunner.Run(new Invocation("dotnet", "build", "Stacks.csproj", "--nologo", "--verbosity", "quiet"));
        var path = CommandRunner.Run(new Invocation("dotnet", "msbuild", "Stacks.csproj", "-nologo", "-getProperty:TargetPath")).Trim();
        return new MooringProgram(path);
    }

    /// <summary>Synthesizes with nothing to start from, with the native engine.</summary>
    public Invocation Cold(string fleet, string output) => new("dotnet", Path, fleet, "--output", output, "--no-reuse");

    /// <summary>Synthesizes with nothing to start from, with CDKTF in Node.js.</summary>
    public Invocation ColdNode(string fleet, string output) => new("dotnet", Path, fleet, "--output", output, "--no-reuse", "--engine", "node");

    /// <summary>Synthesizes over an earlier output, with the native engine.</summary>
    public Invocation Again(string fleet, string output) => new("dotnet", Path, fleet, "--output", output);

    /// <summary>Rehearses a fleet.</summary>
    public Invocation Rehearse(string fleet) => new("dotnet", Path, "rehearse", fleet);
}
