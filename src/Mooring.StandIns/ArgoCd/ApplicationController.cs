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
        if (application.IsBeingDeleted)
        {
            Finalize(application, server);
            return;
        }

        if (server is null)
        {
            Report(application, error);
            return;
        }

        var cluster = state.Cluster(server);
        var targets = Compare(application, server, cluster);
        if (application.Operation is { Phase: SyncPhase.Running } running)
        {
            // It has sources of its own, so that an error in the new ones does not end it.
            syncing.Continue(application, running, cluster);
        }
        else if (targets is not null && application is { IsSynced: false, Spec.SyncPolicy.IsAutomated: true })
        {
            BeginAutomatically(application, targets, cluster);
        }
    }

    /// <summary>Begins a sync for a user, as <c>argocd app sync</c> does, also where an automated one would not begin.</summary>
    public void Sync(Application application)
    {
        var cluster = state.Cluster(
            Destinations.ServerOf(application.Spec, state.Secrets, out _) ?? throw new InvalidOperationException(application.Condition)
        );
        Begin(application, Render(application), cluster);
    }

    /// <summary>The resources of the sources; <see langword="null"/> where they cannot be rendered or managed.</summary>
    private IReadOnlyList<ManagedResource>? Compare(Application application, string server, ManagedCluster cluster)
    {
        try
        {
            var targets = Render(application);
            var secret = state.Secrets.FirstOrDefault(each => each.Server == server);
            if (Comparison.Refusal(targets, secret, state.Projects[application.Spec.Project]) is { } refusal)
            {
                Report(application, refusal);
                return null;
            }

            application.IsSynced = Comparison.IsSynced(application, targets, cluster);
            Report(application, string.Empty);
            return targets;
        }
        catch (ManifestException exception)
        {
            Report(application, exception.Message);
            return null;
        }
    }

    private IReadOnlyList<ManagedResource> Render(Application application) =>
        [.. application.Spec.Sources.SelectMany(source => state.Repositories.Render(source, application.Name, application.Spec.Namespace))];

    /// <summary>
    /// Begins a sync unless it would delete everything, or the last one failed with the same sources: that one is never tried again without a user.
    /// </summary>
    private void BeginAutomatically(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster)
    {
        var policy = application.Spec.SyncPolicy;
        if (policy is { Prunes: true, AllowsEmpty: false } && targets.Count == 0)
        {
            Report(application, "Skipping sync attempt: auto-sync will wipe out all resources");
        }
        else if (!policy.Prunes && Comparison.HasAll(application, targets, cluster))
        {
            Report(application, "Skipping auto-sync: need to prune extra resources only but automated prune is disabled");
        }
        else if (application.Operation is not { } last || last.Attempted != Attempted(application))
        {
            Begin(application, targets, cluster);
        }
        else if (last.Phase == SyncPhase.Failed)
        {
            Report(application, $"Failed last sync attempt to the same revision and will not retry: {last.Message}");
        }
        else if (policy.SelfHeals)
        {
            Begin(application, targets, cluster);
        }
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
        var left = cluster?.Of(application.Name).Where(live => live.Resource.Kind != ManagedResource.Definition).ToArray() ?? [];
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
