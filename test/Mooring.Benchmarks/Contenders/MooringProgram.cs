using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>The program of this repository, as <c>dotnet run</c> builds it.</summary>
internal sealed class MooringProgram
{
    private const string NoReuse = "--no-reuse";

    private readonly string[] _cold;

    private MooringProgram(string path, bool hasNoReuse)
    {
        Path = path;
        _cold = hasNoReuse ? [NoReuse] : [];
    }

    /// <summary>The program, for <c>dotnet</c>.</summary>
    public string Path { get; }

    /// <summary>Builds it in its default configuration.</summary>
    public static MooringProgram Build()
    {
        CommandRunner.Run(new Invocation("dotnet", "build", "Stacks.csproj", "--nologo", "--verbosity", "quiet"));
        var path = CommandRunner.Run(new Invocation("dotnet", "msbuild", "Stacks.csproj", "-nologo", "-getProperty:TargetPath")).Trim();
        var help = CommandRunner.Run(new Invocation("dotnet", path, "--help"));
        return new MooringProgram(path, help.Contains(NoReuse, StringComparison.Ordinal));
    }

    /// <summary>Synthesizes with nothing to start from.</summary>
    public Invocation Cold(string fleet, string output) => new("dotnet", [Path, fleet, "--output", output, .. _cold]);

    /// <summary>Synthesizes over an earlier output.</summary>
    public Invocation Again(string fleet, string output) => new("dotnet", Path, fleet, "--output", output);

    /// <summary>Rehearses a fleet.</summary>
    public Invocation Rehearse(string fleet) => new("dotnet", Path, "rehearse", fleet);
}
