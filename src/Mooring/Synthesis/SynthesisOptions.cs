using Mooring.Fleet.Faults;
using Mooring.Jsii;
using Mooring.Publishing;

namespace Mooring.Synthesis;

/// <summary>How a fleet is synthesized.</summary>
public sealed record SynthesisOptions
{
    /// <summary>Whether the last output of a stack is reused when the stack would not change.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool Reuse { get; init; } = true;

    /// <summary>What happens to the warnings of a fleet file.</summary>
    /// <value>Defaults to nothing.</value>
    public WarningOptions Warnings { get; init; } = new();

    /// <summary>What runs CDKTF.</summary>
    /// <value>Defaults to what the environment variable <c>MOORING_ENGINE</c> names, or else <see cref="SynthesisEngine.Native"/>.</value>
    public SynthesisEngine? Engine { get; init; }

    /// <summary>Called with the number of stacks to synthesize, before the first of them; not called when there is none.</summary>
    /// <value>Defaults to none.</value>
    public Action<int>? OnBegin { get; init; }

    /// <summary>Called with the name of each stack when its synthesis starts; by several threads.</summary>
    /// <value>Defaults to none.</value>
    public Action<string>? OnStack { get; init; }

    /// <summary>Called with a line that says which engine ran, and why Node.js did; once.</summary>
    /// <value>Defaults to none.</value>
    public Action<string>? OnEngine { get; init; }

    /// <summary>Called with the output directory when another run writes there, before the wait for it.</summary>
    /// <value>Defaults to none.</value>
    public Action<string>? OnWait { get; init; }

    /// <summary>Stops the run, with an <see cref="OperationCanceledException"/>, until it begins to change the output directory.</summary>
    /// <value>Defaults to none.</value>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The file system that is published to.</summary>
    internal IFileSystem Files { get; init; } = DiskFileSystem.Instance;
}
