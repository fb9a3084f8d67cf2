namespace Mooring.StandIns.ArgoCd;

/// <summary>The phase of a sync.</summary>
internal enum SyncPhase
{
    /// <summary>It runs, or waits for its next retry.</summary>
    Running,

    /// <summary>All resources were applied.</summary>
    Succeeded,

    /// <summary>A resource was refused, and there are no more retries.</summary>
    Failed,
}
