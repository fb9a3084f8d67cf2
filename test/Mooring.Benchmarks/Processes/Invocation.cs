namespace Mooring.Benchmarks.Processes;

/// <summary>A command that can be run.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Invocation(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Makes a command.</summary>
    public Invocation(string program, params string[] arguments)
        : this(program, (IReadOnlyList<string>)arguments) { }

    /// <summary>The directory it is run in.</summary>
    public string Directory { get; init; } = Repository.Root;

    /// <summary>Environment variables to add; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } =
        new Dictionary<string, string?> { ["CDKTF_OUTDIR"] = null, ["MOORING_ENGINE"] = null };

    /// <summary>The command line.</summary>
    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
