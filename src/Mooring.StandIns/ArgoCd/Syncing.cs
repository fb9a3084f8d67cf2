using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Runs a sync: wave after wave, each when all resources of the one before are healthy; then it deletes what the sources no longer have.</summary>
/// <param name="state">What there is in Argo CD.</param>
/// <seealso href="https://github.com/argoproj/gitops-engine/blob/master/pkg/sync/sync_context.go"/>
internal sealed class Syncing(ArgoCdState state)
{
    /// <summary>Time after which a sync that waits is ended, <c>controller.sync.timeout.seconds</c>; <see langword="null"/> for never.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Continues a sync as far as it goes now.</summary>
    public void Continue(Application application, SyncOperation sync, ManagedCluster cluster)
    {
        if (sync.RetryAt is { } retryAt)
        {
            if (state.Clock.Now < retryAt)
            {
                return;
            }

            Begin(sync);
        }

        if (Timeout is { } timeout && state.Clock.Now - sync.Began > timeout)
        {
            Fail(application, sync, "operation is terminated, since it ran longer than the sync timeout", mayRetry: false);
            return;
        }

        Advance(application, sync, cluster);
    }

    /// <summary>Begins an attempt.</summary>
    public void Begin(SyncOperation sync)
    {
        sync.RetryAt = null;
        sync.Began = state.Clock.Now;
        sync.Applied.Clear();
        sync.HasPruned = false;
        sync.WaitsFor = string.Empty;
    }

    /// <summary>Ends a sync and its retries, as <c>argocd app terminate-op</c> does.</summary>
    public void Terminate(Application application)
    {
        if (application.Operation is { Phase: SyncPhase.Running } sync)
        {
            Fail(application, sync, "operation is terminated", mayRetry: false);
        }
    }

    private void Advance(Application application, SyncOperation sync, ManagedCluster cluster)
    {
        if (Unknown(sync, cluster) is { } unknown)
        {
            Fail(application, sync, $"one or more synchronization tasks are not valid: no matches for kind \"{unknown}\"", mayRetry: true);
            return;
        }

        var superfluous = sync.Policy.Prunes ? Comparison.Superfluous(application, sync.Targets, cluster) : [];
        var prunesLast = sync.Policy.Has("PruneLast");
        if (!prunesLast && !Prune(application, sync, cluster, superfluous))
        {
            return;
        }

        var waves = sync.Targets.Select(target => target.Wave).Distinct().Order().ToArray();
        foreach (var wave in waves)
        {
            var targets = sync.Targets.Where(target => target.Wave == wave).ToArray();
            if (sync.Applied.Add(wave) && !Apply(application, sync, cluster, targets))
            {
                return;
            }

            // Nothing waits for the last wave, unless something is left to do.
            var isLast = wave == waves[^1] && !(prunesLast && superfluous.Count > 0);
            if (!isLast && Unready(cluster, targets) is { } unready)
            {
                Wait(application, sync, unready);
                return;
            }
        }

        if (prunesLast && !Prune(application, sync, cluster, superfluous))
        {
            return;
        }

        sync.Phase = SyncPhase.Succeeded;
        sync.WaitsFor = string.Empty;
        state.Events.Add($"{application.Name}: synced");
    }

    /// <summary>A kind that neither the cluster nor the sync has, unless the option says that it may come.</summary>
    private static string? Unknown(SyncOperation sync, ManagedCluster cluster)
    {
        const string definition = $"{ManagedResource.Definition} {ControllerChart.BindingsDefinition}";
        return
            !sync.Policy.Has("SkipDryRunOnMissingResource")
            && sync.Targets.Any(target => target.Kind == ManagedResource.Binding)
            && cluster.Find(definition) is null
            && !sync.Targets.Any(target => target.Key == definition)
            ? ManagedResource.Binding
            : null;
    }

    private static string? Unready(ManagedCluster cluster, IEnumerable<ManagedResource> targets) =>
        targets.FirstOrDefault(target => cluster.HealthOf(target.Key) != Health.Healthy)?.Key;

    private void Wait(Application application, SyncOperation sync, string unready)
    {
        if (sync.WaitsFor != unready)
        {
            sync.WaitsFor = unready;
            state.Events.Add($"{application.Name}: waits for {unready}");
        }
    }

    /// <summary>Applies the resources of a wave; all of them, also when one fails.</summary>
    private bool Apply(Application application, SyncOperation sync, ManagedCluster cluster, ManagedResource[] targets)
    {
        var failures = new List<string>();
        foreach (var target in targets)
        {
            var live = cluster.Find(target.Key);
            var applied = sync.Policy.Has("RespectIgnoreDifferences") ? RespectedDifferences.Keep(target, live?.Resource, sync.Ignored) : target;
            try
            {
                cluster.Apply(applied, application.Name);
                if (live is not null && live.Application != application.Name)
                {
                    state.Events.Add($"{application.Name}: adopts {target.Key}");
                }
            }
            catch (RemoteException exception)
            {
                failures.Add($"{target.Key}: {exception.Message}");
            }
        }

        if (failures.Count > 0)
        {
            Fail(application, sync, string.Join("; ", failures), mayRetry: true);
        }

        return failures.Count == 0;
    }

    /// <summary>Deletes what the sources no longer have, later waves first, and waits until all of it is gone.</summary>
    private bool Prune(Application application, SyncOperation sync, ManagedCluster cluster, IReadOnlyList<LiveResource> superfluous)
    {
        foreach (var live in superfluous.Where(_ => !sync.HasPruned).OrderByDescending(each => each.Resource.Wave))
        {
            state.Events.Add($"{application.Name}: prunes {live.Resource.Key}");
            cluster.Delete(live.Resource.Key);
        }

        sync.HasPruned = true;
        var left = superfluous.Select(live => live.Resource.Key).FirstOrDefault(key => cluster.Find(key) is not null);
        if (left is not null)
        {
            Wait(application, sync, left);
        }

        return left is null;
    }

    private void Fail(Application application, SyncOperation sync, string message, bool mayRetry)
    {
        sync.Message = message;
        sync.WaitsFor = string.Empty;
        if (mayRetry && sync.Policy.Retry.Allows(sync.Retries))
        {
            sync.RetryAt = state.Clock.Now + sync.Policy.Retry.After(sync.Retries++);
            state.Events.Add($"{application.Name}: tries again: {message}");
        }
        else
        {
            sync.Phase = SyncPhase.Failed;
            state.Events.Add($"{application.Name}: failed: {message}");
        }
    }
}
