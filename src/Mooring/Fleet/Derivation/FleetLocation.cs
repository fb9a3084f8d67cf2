namespace Mooring.Fleet.Derivation;

/// <summary>A place in AWS, with what Terraform needs to work there.</summary>
/// <param name="Name">Name of the location; <see langword="null"/> for the default one.</param>
/// <param name="Account">Id of the account, where the file has it.</param>
/// <param name="Region">The region.</param>
/// <param name="Vpc">Id of the VPC.</param>
/// <param name="AssumeRole">ARN of the role that Terraform assumes, if any.</param>
internal sealed record FleetLocation(string? Name, string? Account, string Region, string Vpc, string? AssumeRole)
{
    /// <summary>What the default location is called where a name is needed. No other may be called so.</summary>
    public const string Default = "default";

    /// <summary>A name also for the default location.</summary>
    public string DisplayName => Name ?? Default;

    /// <summary>A location by its name. One that is not declared is the default one: there is an error of its own for that.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="name">Name of the location; <see langword="null"/> for the default one.</param>
    public static FleetLocation Of(FleetSpec fleet, string? name) =>
        name is not null && fleet.Locations.TryGetValue(name, out var location)
            ? new(name, location.Account ?? fleet.Account, location.Region ?? fleet.Region, location.Vpc, location.AssumeRole ?? RoleOf(fleet, location))
            : new(null, fleet.Account, fleet.Region, fleet.Vpc, fleet.AssumeRole);

    /// <summary>The location of a load balancer.</summary>
    public static FleetLocation OfLoadBalancer(FleetSpec fleet, string loadBalancer) =>
        Of(fleet, fleet.LoadBalancers.GetValueOrDefault(loadBalancer)?.Location);

    /// <summary>The location of a cluster.</summary>
    public static FleetLocation OfCluster(FleetSpec fleet, string cluster) => Of(fleet, fleet.Clusters.GetValueOrDefault(cluster)?.Location);

    /// <summary>The location of the cluster where Argo CD runs.</summary>
    public static FleetLocation OfArgoCd(FleetSpec fleet) =>
        Of(
            fleet,
            fleet.ArgoCd is not { } argoCd ? null
                : argoCd.Existing ? argoCd.Location
                : argoCd.Location ?? fleet.Clusters.GetValueOrDefault(argoCd.Cluster)?.Location
        );

    /// <summary>Whether both are in one account. Where a file has an account at one location, it has one at each.</summary>
    public bool IsInAccountOf(FleetLocation other) => Account == other.Account;

    /// <summary>Whether one configured AWS provider serves both: only the VPCs differ.</summary>
    public bool HasProviderOf(FleetLocation other) => (Account, Region, AssumeRole) == (other.Account, other.Region, other.AssumeRole);

    /// <summary>In the fleet's own account the fleet's role is assumed.</summary>
    private static string? RoleOf(FleetSpec fleet, LocationSpec location) =>
        location.Account is null || location.Account == fleet.Account ? fleet.AssumeRole : null;
}
