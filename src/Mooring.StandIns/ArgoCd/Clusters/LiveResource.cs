using Mooring.StandIns.ArgoCd.Sources;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>A resource that is in a cluster.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Uid">Its uid, which stays until it is deleted.</param>
/// <param name="Application">The Application in its annotation <c>argocd.argoproj.io/tracking-id</c>; <see langword="null"/> without one.</param>
/// <param name="Since">When it was applied last.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/"/>
internal sealed record LiveResource(ManagedResource Resource, string Uid, string? Application, TimeSpan Since)
{
    /// <summary>Whether it is being deleted, and waits for a finalizer.</summary>
    public bool IsTerminating { get; init; }
}
