using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd;

/// <summary>An Application.</summary>
/// <param name="name">Its name.</param>
/// <param name="owner">The ApplicationSet that created it.</param>
/// <param name="spec">What it installs, and where.</param>
internal sealed class Application(string name, string owner, ApplicationSpec spec)
{
    /// <summary>The finalizer that deletes an Application's resources with it.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/"/>
    public const string ResourcesFinalizer = "resources-finalizer.argocd.argoproj.io";

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The ApplicationSet that created it.</summary>
    public string Owner { get; } = owner;

    /// <summary>What it installs, and where.</summary>
    public ApplicationSpec Spec { get; set; } = spec;

    /// <summary>Its finalizers.</summary>
    public IReadOnlyList<string> Finalizers { get; set; } = [];

    /// <summary>Whether it is being deleted, with its resources.</summary>
    public bool IsBeingDeleted { get; set; }

    /// <summary>Whether the cluster has what the sources say.</summary>
    public bool IsSynced { get; set; }

    /// <summary>Why it cannot be compared or synced; empty where it can.</summary>
    public string Condition { get; set; } = string.Empty;

    /// <summary>The last sync, or the running one.</summary>
    public SyncOperation? Operation { get; set; }
}
