namespace Mooring.Fleet.Derivation;

/// <summary>Derives how many workspaces start runs of another one in HCP Terraform: those of the stacks that its stack depends on.</summary>
internal static class RunTriggerSources
{
    /// <summary>The most sources that one of a cluster's workspaces has. All of them have its load balancers.</summary>
    public static int MostOf(FleetSpec fleet, string name)
    {
        var loadBalancers = fleet.Clusters[name].Bindings.Select(binding => binding.LoadBalancer).OfType<string>().Distinct().Count();
        int[] others = [OfCluster(fleet, name), OfRegistration(fleet, name), OfBinding(fleet, name)];
        return loadBalancers + others.Max();
    }

    /// <summary>The cluster where Argo CD runs, whose role it lets in.</summary>
    private static int OfCluster(FleetSpec fleet, string name) => fleet.ArgoCd is { CapabilityRole: null } ? Root(fleet, name) : 0;

    /// <summary>The cluster, the cluster where Argo CD runs, and the binding that hands over to Argo CD.</summary>
    private static int OfRegistration(FleetSpec fleet, string name) =>
        FleetRegistrations.IsRegistered(fleet, name) ? 1 + Root(fleet, name) + HandedOver(fleet, name, Delivery.Helm) : 0;

    /// <summary>The cluster, and the registration that hands over to Terraform.</summary>
    private static int OfBinding(FleetSpec fleet, string name) =>
        !fleet.Clusters[name].HasReleases ? 0
        : FleetRegistrations.IsRegistered(fleet, name) ? 1 + HandedOver(fleet, name, Delivery.ArgoCd)
        : 1;

    private static int Root(FleetSpec fleet, string name) => fleet.ArgoCd is { Existing: false } argoCd && argoCd.Cluster != name ? 1 : 0;

    private static int HandedOver(FleetSpec fleet, string name, Delivery from) => fleet.Clusters[name].HandoverFrom == from ? 1 : 0;
}
