using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;

namespace Mooring.StandIns.ArgoCd;

/// <summary>
/// A sync. It keeps the sources, the policy and the resources that it began with: a retry repeats them, whatever the Application says by then.
/// </summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/controller/sync.go"/>
internal sealed class SyncOperation
{
    /// <summary>The sources and their revisions, to compare.</summary>
    public required string Attempted { get; init; }

    /// <summary>The policy.</summary>
    public required SyncPolicy Policy { get; init; }

    /// <summary>What is not compared.</summary>
    public required IReadOnlyList<IgnoredDifference> Ignored { get; init; }

    /// <summary>The resources of the sources.</summary>
    public required IReadOnlyList<ManagedResource> Targets { get; init; }

    /// <summary>Its phase.</summary>
    public SyncPhase Phase { get; set; }

    /// <summary>The waves that are applied in this attempt.</summary>
    public HashSet<int> Applied { get; } = [];

    /// <summary>Whether what the sources no longer have was deleted in this attempt.</summary>
    public bool HasPruned { get; set; }

    /// <summary>The resource that it waits for; empty where it waits for none.</summary>
    public string WaitsFor { get; set; } = string.Empty;

    /// <summary>Number of retries.</summary>
    public int Retries { get; set; }

    /// <summary>Time of the next retry; <see langword="null"/> while an attempt runs.</summary>
    public TimeSpan? RetryAt { get; set; }

    /// <summary>When this attempt began.</summary>
    public TimeSpan Began { get; set; }

    /// <summary>What failed.</summary>
    public string Message { get; set; } = string.Empty;
}
