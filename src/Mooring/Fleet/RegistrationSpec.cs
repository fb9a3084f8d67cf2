using System.Collections.ObjectModel;
using Mooring.ArgoCd;

namespace Mooring.Fleet;

/// <summary>Defines whether a cluster has a Secret in Argo CD's namespace, and its further contents.</summary>
public sealed record RegistrationSpec
{
    /// <summary>
    /// Whether Mooring registers the cluster with Argo CD. Write <c>false</c> for a cluster that Argo CD has registered already, or must not know: it
    /// gets neither a Secret nor access for Argo CD, and everything else here must be left out. Only with <c>helm</c> delivery.
    /// </summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Create { get; init; } = true;

    /// <summary>Further labels, for ApplicationSets of your own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Further annotations, for ApplicationSets of your own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// How Argo CD reaches the cluster's API server. Argo CD tells clusters apart by their <c>host</c>, and takes a <c>proxyUrl</c> from version 2.14 on.
    /// </summary>
    /// <value>Defaults to the cluster's endpoint in EKS.</value>
    public ConnectionSpec? Connection { get; init; }

    /// <summary>
    /// The namespaces of the cluster that Argo CD is confined to: by its own settings, and by EKS unless <see cref="ClusterResources"/> is true.
    /// </summary>
    /// <value>Defaults to none: Argo CD manages the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>
    /// Whether Argo CD, confined to <see cref="Namespaces"/>, also manages what has no namespace. EKS then gives it access to the whole cluster: who
    /// may write cluster roles and their bindings can give themselves any access.
    /// </summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool ClusterResources { get; init; }

    /// <summary>
    /// What Argo CD does with the controller and the bindings when it removes their Applications, because the cluster has another delivery. A
    /// Secret that is destroyed first leaves everything in the cluster.
    /// </summary>
    /// <value>Defaults to <c>keep</c>: they stay, and go on registering targets.</value>
    public RemovalPolicy OnRemoval { get; init; } = RemovalPolicy.Keep;

    /// <summary>The Argo CD project that the cluster belongs to, and no other.</summary>
    /// <value>Defaults to none.</value>
    public string? Project { get; init; }

    /// <summary>The shard of Argo CD's application controller that serves the cluster, 0 or more.</summary>
    /// <value>Defaults to none: Argo CD chooses.</value>
    public int? Shard { get; init; }
}
