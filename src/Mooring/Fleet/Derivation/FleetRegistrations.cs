namespace Mooring.Fleet.Derivation;

/// <summary>Derives which clusters are registered with Argo CD, and which ones it needs access to.</summary>
internal static class FleetRegistrations
{
    /// <summary>Whether a cluster is the one of this fleet where Argo CD runs.</summary>
    public static bool IsRoot(FleetSpec fleet, string cluster) => fleet.ArgoCd is { Existing: false } argoCd && argoCd.Cluster == cluster;

    /// <summary>How Terraform reaches the root cluster; <see langword="null"/> for its endpoint.</summary>
    public static ConnectionSpec? RootConnection(FleetSpec fleet) =>
        fleet.ArgoCd is { } argoCd ? argoCd.Connection ?? (argoCd.Existing ? null : fleet.Clusters.GetValueOrDefault(argoCd.Cluster)?.Connection) : null;

    /// <summary>
    /// Whether a cluster has a Secret in Argo CD's namespace: all that can and that do not say otherwise.
    /// </summary>
    public static bool IsRegistered(FleetSpec fleet, string cluster) => CanBeRegistered(fleet, cluster) && fleet.Clusters[cluster].Registration.Create;

    /// <summary>
    /// Whether a cluster can have a Secret in Argo CD's namespace: all can except the cluster that Argo CD runs in, which it knows without a Secret;
    /// that one has a Secret for the labels when Argo CD installs the controller there.
    /// </summary>
    public static bool CanBeRegistered(FleetSpec fleet, string cluster) =>
        fleet.ArgoCd is not null && (!IsRoot(fleet, cluster) || fleet.Clusters[cluster].Delivery == Delivery.ArgoCd);

    /// <summary>Whether Argo CD has an access entry in a cluster.</summary>
    public static bool IsReachedByArgoCd(FleetSpec fleet, string cluster) =>
        fleet.ArgoCd is { } argoCd && (IsRoot(fleet, cluster) ? argoCd.IsCapability : fleet.Clusters[cluster].Registration.Create);

    /// <summary>
    /// The namespaces that EKS confines Argo CD to in a cluster; none where it has access to the whole cluster. Access to what has no namespace
    /// includes cluster roles and their bindings, and so access to every namespace.
    /// </summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"/>
    public static IReadOnlyList<string> ConfinedTo(FleetSpec fleet, string cluster) =>
        fleet.Clusters[cluster].Registration is { ClusterResources: false, Namespaces: var namespaces } ? namespaces : [];

    /// <summary>Whether access entries are added to a cluster: those that it declares, of its self-managed nodes, or of Argo CD.</summary>
    public static bool NeedsAccessEntries(FleetSpec fleet, string cluster) =>
        fleet.Clusters[cluster] is { AccessEntries.Count: > 0 } or { SelfManagedNodeGroups.Count: > 0 } or { Karpenter: not null }
        || IsReachedByArgoCd(fleet, cluster);
}
