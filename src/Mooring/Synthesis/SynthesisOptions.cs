using Mooring.Synthesis.Workers;

namespace Mooring.Synthesis;

/// <summary>How a fleet is synthesized.</summary>
public sealed record SynthesisOptions
{
    /// <summary>Whether a stack that would come out as it did the last time is left as it is.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool Reuse { get; init; } = true;

    /// <summary>How further processes are started, so that many stacks are synthesized on all cores.</summary>
    /// <value>Defaults to none: all is done in this process.</value>
    public WorkerProgram? Workers { get; init; }

    /// <summary>Is told how many stacks will be synthesized, before the first of them; not at all when none will.</summary>
    /// <value>Defaults to nobody.</value>
    public Action<int>? OnBegin { get; init; }

    /// <summary>Is told the name of each stack when it is begun, by several threads where there are workers.</summary>
    /// <value>Defaults to nobody.</value>
    public Action<string>? OnStack { get; init; }

    /// <summary>Is told the output directory when another run is writing there, before that one is waited for.</summary>
    /// <value>Defaults to nobody.</value>
    public Action<string>? OnWait { get; init; }

    /// <summary>Stops the run, with an <see cref="OperationCanceledException"/>, until it begins to change the output directory.</summary>
    /// <value>Defaults to nothing.</value>
    public CancellationToken Cancellation { get; init; }
}
