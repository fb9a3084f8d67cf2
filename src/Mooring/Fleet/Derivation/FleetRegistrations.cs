namespace Mooring.Fleet.Derivation;

/// <summary>Tells which clusters Argo CD knows, and which it must be let into.</summary>
internal static class FleetRegistrations
{
    /// <summary>
    /// Whether a cluster has a Secret in Argo CD's namespace: all have but the one that Argo CD runs in, which it knows without being
    /// told; that one has a Secret when Argo CD installs the controller there, for the labels.
    /// </summary>
    public static bool IsRegistered(FleetSpec fleet, string cluster) =>
        fleet.ArgoCd is { } argoCd && (argoCd.Cluster != cluster || fleet.Clusters[cluster].Delivery == Delivery.ArgoCd);

    /// <summary>Whether an access entry lets Argo CD into a cluster.</summary>
    public static bool IsReachedByArgoCd(FleetSpec fleet, string cluster) =>
        fleet.ArgoCd is { } argoCd && (argoCd.Cluster != cluster || argoCd.CapabilityRole is not null);
}
