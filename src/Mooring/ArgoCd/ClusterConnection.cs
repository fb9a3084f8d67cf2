using Constructs;

namespace Mooring.ArgoCd;

/// <summary>
/// How Argo CD reaches a cluster: an <see cref="AssumedRole"/>, <see cref="InCluster"/> or <see cref="EksCapability"/>.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
public abstract record ClusterConnection
{
    private protected ClusterConnection() { }

    /// <summary>What the Secret names as <c>server</c>.</summary>
    internal abstract string Server { get; }

    /// <summary>The project that the cluster is in where the user names none.</summary>
    internal virtual string? DefaultProject => null;

    /// <summary>The Secret's <c>config</c>, or <see langword="null"/> where it has none.</summary>
    internal abstract string? Config(string eksClusterName);

    /// <summary>Throws when something is outside its limits.</summary>
    internal virtual void Check(Construct construct) { }
}
