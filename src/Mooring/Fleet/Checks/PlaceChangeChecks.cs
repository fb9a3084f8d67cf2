using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that nothing that is deployed changes its place: AWS moves neither load balancers nor clusters, and Terraform replaces or loses what is
/// elsewhere.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html"/>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class PlaceChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Way = "create them under other names in a fleet of their own, and move DNS records";

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        if (fleet.Account is { } account && deployed.Account is { } before && account != before)
        {
            root.At(fleet.Account).Add($"must be '{before}', as deployed: load balancers and clusters cannot move to another account, got '{account}'; {Way}");
        }

        if (fleet.Region != deployed.Region)
        {
            root.At(fleet.Region)
                .Add($"must be '{deployed.Region}', as deployed: load balancers and clusters cannot move to another region, got '{fleet.Region}'; {Way}");
        }

        if (fleet.Vpc != deployed.Vpc)
        {
            root.At(fleet.Vpc).Add($"must be '{deployed.Vpc}', as deployed: load balancers and clusters cannot move to another VPC, got '{fleet.Vpc}'; {Way}");
        }

        if (fleet.Iam.RegionInNames != deployed.Iam.RegionInNames && HasCreatedClusters())
        {
            var expected = deployed.Iam.RegionInNames ? "true" : "false";
            root.At(fleet.Iam.RegionInNames).Add($"must be {expected}, as deployed: Terraform would replace every cluster with its role");
        }

        CheckLocations();
        CheckLoadBalancers();
        CheckClusters();
    }

    private bool HasCreatedClusters() =>
        fleet.Clusters.Any(pair => !pair.Value.Existing && deployed.Clusters.ContainsKey(OriginalNames.Cluster(fleet, pair.Key)));

    private void CheckLocations()
    {
        foreach (var name in fleet.Locations.Keys)
        {
            if (deployed.Locations.ContainsKey(name) && Difference(FleetLocation.Of(deployed, name), FleetLocation.Of(fleet, name)) is { } difference)
            {
                root.At(fleet.Locations).Entry(name).Add($"{difference}, as deployed: load balancers and clusters cannot move");
            }
        }
    }

    private void CheckLoadBalancers()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            if (deployed.LoadBalancers.GetValueOrDefault(OriginalNames.LoadBalancer(fleet, name)) is { } before)
            {
                Check(before.Location, loadBalancer.Location, root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Location));
            }
        }
    }

    private void CheckClusters()
    {
        foreach (var (name, cluster) in fleet.Clusters)
        {
            if (deployed.Clusters.GetValueOrDefault(OriginalNames.Cluster(fleet, name)) is { } before)
            {
                Check(before.Location, cluster.Location, root.At(fleet.Clusters).Entry(name).At(cluster.Location));
            }
        }
    }

    private void Check(string? before, string? now, FaultScope at)
    {
        if (before != now && Difference(FleetLocation.Of(deployed, before), FleetLocation.Of(fleet, now)) is { } difference)
        {
            at.Add($"{difference}, as deployed: it cannot move");
        }
    }

    /// <summary>What a place must have that is deployed; <see langword="null"/> where nothing differs.</summary>
    private static string? Difference(FleetLocation before, FleetLocation now) =>
        before.Account is not null && now.Account is not null && before.Account != now.Account ? $"must be in account {before.Account}"
        : before.Region != now.Region ? $"must be in region {before.Region}"
        : before.Vpc != now.Vpc ? $"must be in VPC {before.Vpc}"
        : null;
}
