using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Compares Applications with their clusters, begins automated syncs, and deletes what an Application with a finalizer has installed.</summary>
/// <param name="state">What there is in Argo CD.</param>
/// <param name="syncing">What runs the syncs.</param>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/controller/appcontroller.go"/>
internal sealed class ApplicationController(ArgoCdState state, Syncing syncing)
{
    /// <summary>Handles an Application.</summary>
    public void Reconcile(Application application)
    {
        var server = Destinations.ServerOf(application.Spec, state.Secrets, out var error);
        if (server is not null && state.AccessError(server) is { } denied)
        {
            Report(application, denied);
            return;
        }

        if (application is { IsBeingDeleted: true, Operation: not { Phase: SyncPhase.Running } })
        {
            // A deletion waits for a running sync, with all of its retries.
            Finalize(application, server);
            return;
        }

        if (server is null)
        {
            Report(application, error);
            return;
        }

        var cluster = state.Cluster(server);
        var condition = Compare(application, server, cluster, out var targets);
        if (application.Operation is { Phase: SyncPhase.Running } running)
        {
            // It has sources of its own, so that an error in the new ones does not end it.
            syncing.Continue(application, running, cluster);
        }
        else if (condition.Length == 0 && application is { IsSynced: false, IsBeingDeleted: false, Spec.SyncPolicy.IsAutomated: true })
        {
            condition = BeginAutomatically(application, targets, cluster);
        }

        Report(application, condition);
    }

    /// <summary>Begins a sync for a user, as <c>argocd app sync</c> does, also where an automated one would not begin.</summary>
    public void Sync(Application application)
    {
        var cluster = state.Cluster(
            Destinations.ServerOf(application.Spec, state.Secrets, out _) ?? throw new InvalidOperationException(application.Condition)
        );
        Begin(application, Render(application), cluster);
    }

    /// <summary>Compares the sources with the cluster. Returns why they cannot be rendered or managed; empty where they can.</summary>
    private string Compare(Application application, string server, ManagedCluster cluster, out IReadOnlyList<ManagedResource> targets)
    {
        targets = [];
        try
        {
            targets = Render(application);
        }
        catch (ManifestException exception)
        {
            return exception.Message;
        }

        var secret = state.Secrets.FirstOrDefault(each => each.Server == server);
        if (!state.Projects.TryGetValue(application.Spec.Project, out var project))
        {
            return $"Application referencing project {application.Spec.Project} which does not exist";
        }

        if (Comparison.Refusal(targets, secret, project) is { } refusal)
        {
            return refusal;
        }

        application.IsSynced = Comparison.IsSynced(application, targets, cluster);
        return string.Empty;
    }

    private IReadOnlyList<ManagedResource> Render(Application application) =>
        [.. application.Spec.Sources.SelectMany(source => state.Repositories.Render(source, application.Name, application.Spec.Namespace))];

    /// <summary>
    /// Begins a sync unless it would delete everything, or the last one failed with the same sources: that one is never tried again without a user.
    /// Returns why it does not begin.
    /// </summary>
    private string BeginAutomatically(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster)
    {
        var policy = application.Spec.SyncPolicy;
        var isAttempted = application.Operation?.Attempted == Attempted(application);
        if (policy is { Prunes: true, AllowsEmpty: false } && targets.Count == 0)
        {
            return "Skipping sync attempt: auto-sync will wipe out all resources";
        }

        if (!policy.Prunes && Comparison.HasAll(application, targets, cluster))
        {
            return "Skipping auto-sync: need to prune extra resources only but automated prune is disabled";
        }

        if (isAttempted && application.Operation!.Phase == SyncPhase.Failed)
        {
            return $"Failed last sync attempt to the same revision and will not retry: {application.Operation.Message}";
        }

        if (!isAttempted || policy.SelfHeals)
        {
            Begin(application, targets, cluster);
        }

        return string.Empty;
    }

    private void Begin(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster)
    {
        var sync = new SyncOperation
        {
            Attempted = Attempted(application),
            Policy = application.Spec.SyncPolicy,
            Ignored = application.Spec.IgnoredDifferences,
            Targets = targets,
        };
        application.Operation = sync;
        syncing.Begin(sync);
        syncing.Continue(application, sync, cluster);
    }

    private string Attempted(Application application) =>
        string.Join('\n', application.Spec.Sources.Select(source => $"{source} at {state.Repositories.RevisionOf(source)}"));

    /// <summary>Deletes the resources in the reverse order of their waves. Definitions stay, and what they define that is not the Application's.</summary>
    private void Finalize(Application application, string? server)
    {
        var cluster = server is null ? null : state.Cluster(server);
        var left = cluster?.Of(application.Name).Where(live => live.Resource is { Kind: not ManagedResource.Definition, IsKept: false }).ToArray() ?? [];
        if (left.Length == 0)
        {
            state.Applications.Remove(application);
            state.Events.Add($"{application.Name}: deleted");
            return;
        }

        var wave = left.Max(live => live.Resource.Wave);
        foreach (var live in left.Where(each => each.Resource.Wave == wave && !each.IsTerminating))
        {
            cluster!.Delete(live.Resource.Key);
        }
    }

    private void Report(Application application, string condition)
    {
        if (application.Condition != condition)
        {
            application.Condition = condition;
            if (condition.Length > 0)
            {
                state.Events.Add($"{application.Name}: {condition}");
            }
        }
    }
}
