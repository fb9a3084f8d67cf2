using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the locations of a fleet, and what AWS allows between two of them.</summary>
internal static class LocationChecks
{
    /// <summary>Adds the errors of the locations.</summary>
    public static void Check(FleetSpec fleet, FaultScope root)
    {
        CheckRole(fleet.AssumeRole, IsFaulty(root.At(fleet.Account)) ? null : fleet.Account, root.At(fleet.AssumeRole));
        foreach (var (name, location) in fleet.Locations)
        {
            var at = root.At(fleet.Locations).Entry(name);
            at.CheckName(name, TerraformText.Label);
            at.AddBeside(name == FleetLocation.Default ? $"must have another name: '{name}' is the fleet's own account, region and VPC" : null);
            at.Check(location.Account, AwsLimits.Account);
            at.Check(location.Region, AwsLimits.Region);
            at.Check(location.Vpc, AwsLimits.VpcId);
            var isKnown = !IsFaulty(at.At(location.Account), root.At(fleet.Account));
            CheckRole(location.AssumeRole, isKnown ? location.Account ?? fleet.Account : null, at.At(location.AssumeRole));
            CheckState(fleet, location, at);
            if (isKnown && location is { AssumeRole: null, Account: { } account } && fleet.Account is not null && account != fleet.Account)
            {
                at.At(location.AssumeRole).As(ErrorCodes.Missing).Add("is required in another account than the fleet's: Terraform has credentials of one");
            }
        }

        if (fleet.Account is null && fleet.Locations.Values.Any(location => location.Account is not null))
        {
            root.At(fleet.Account).As(ErrorCodes.Missing).Add("is required beside locations with an 'account': what they share depends on which are the same");
        }
    }

    /// <summary>Adds the error of a location that is not declared.</summary>
    public static void CheckName(FleetSpec fleet, string? name, FaultScope at)
    {
        if (name is not null && !fleet.Locations.ContainsKey(name) && !at.Root.At(fleet.Locations).IsUnreadable)
        {
            at.As(ErrorCodes.UnknownName).Add($"must be the name of one of the fleet's 'locations', got '{name}'");
        }
    }

    /// <summary>The region of a location, where it is known to be one.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="name">Name of the location; <see langword="null"/> for the default one.</param>
    /// <param name="at">Where the name is.</param>
    public static string? RegionOf(FleetSpec fleet, string? name, FaultScope at) =>
        IsKnown(fleet, name, at) && !IsFaulty(at.Root.At(fleet.Region), at.Root.At(fleet.Locations)) ? FleetLocation.Of(fleet, name).Region : null;

    /// <summary>The region of a load balancer, where it is known to be one.</summary>
    public static string? RegionOfLoadBalancer(FleetSpec fleet, string name, FaultScope root)
    {
        var loadBalancer = fleet.LoadBalancers[name];
        return RegionOf(fleet, loadBalancer.Location, root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Location));
    }

    private static bool IsKnown(FleetSpec fleet, string? name, FaultScope at) => !at.IsUnreadable && (name is null || fleet.Locations.ContainsKey(name));

    private static bool IsFaulty(params ReadOnlySpan<FaultScope> scopes)
    {
        foreach (var scope in scopes)
        {
            if (scope.IsFaulty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the errors of a binding whose load balancer is elsewhere.</summary>
    public static void CheckBinding(FleetSpec fleet, string clusterName, BindingSpec binding, TargetGroupSpec group, FaultScope scope)
    {
        var root = scope.Root;
        if (
            binding.LoadBalancer is not { } name
            || !fleet.LoadBalancers.TryGetValue(name, out var loadBalancer)
            || IsFaulty(root.At(fleet.Locations), root.At(fleet.Region), root.At(fleet.Account), root.At(fleet.Vpc))
            || !IsKnown(fleet, loadBalancer.Location, root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Location))
            || !IsKnown(fleet, fleet.Clusters[clusterName].Location, root.At(fleet.Clusters).Entry(clusterName).Entry("location"))
        )
        {
            return;
        }

        var (source, cluster) = (FleetLocation.OfLoadBalancer(fleet, name), FleetLocation.OfCluster(fleet, clusterName));
        var at = scope.At(binding.LoadBalancer);
        if (source.Region != cluster.Region)
        {
            at.Add($"must be in region {cluster.Region}, where the cluster is: its controller registers targets nowhere else, got '{name}' in {source.Region}");
        }
        else if (source.Vpc != cluster.Vpc && group.TargetType != TargetType.Ip)
        {
            at.Add($"must be in VPC {cluster.Vpc}, where the cluster is, or have targets of type ip: nodes are targets in their own VPC only, got '{name}'");
        }
        else if (!source.IsInAccountOf(cluster))
        {
            CheckOtherAccount(fleet, clusterName, binding, scope);
        }
    }

    /// <summary>A role of the load balancer's account lets the controller in, and so must know the controller's.</summary>
    private static void CheckOtherAccount(FleetSpec fleet, string clusterName, BindingSpec binding, FaultScope scope)
    {
        var cluster = fleet.Clusters[clusterName];
        if (cluster.HasAutoModeController)
        {
            // It registers in its own account only, which the checks of its TargetGroupBindings say.
            return;
        }

        if (!cluster.Controller.IsInstalledWith(fleet.Controller) && cluster.Controller.Role is null)
        {
            scope
                .At(binding.LoadBalancer)
                .Add(
                    $"must be in account {FleetLocation.OfCluster(fleet, clusterName).Account}, or the cluster must name the role of its controller in "
                        + $"'controller.role': a role of the load balancer's account lets only that in, got '{binding.LoadBalancer}'"
                );
        }

        if (BindingManifest.LetsLoadBalancerIn(binding) && !BindingLocation.IsLetInByCidr(fleet, clusterName, binding.LoadBalancer))
        {
            scope
                .At(binding.Networking)
                .Add(
                    "must name its sources in 'from', or the load balancer must have 'subnetCidrs': the controller names no security group of another account"
                );
        }
    }

    /// <summary>A role belongs to the account that it is assumed for.</summary>
    private static void CheckRole(string? role, string? account, FaultScope at)
    {
        if (role is null)
        {
            return;
        }

        at.AddIf(AwsLimits.RoleArn(role));
        at.AddIf(account is not null && AwsLimits.AccountOf(role) != account ? $"must be the ARN of a role of account {account}, got '{role}'" : null);
    }

    private static void CheckState(FleetSpec fleet, LocationSpec location, FaultScope at)
    {
        if (location.State is not { } state)
        {
            return;
        }

        var isWithout = fleet.Backend.S3 is null && !at.Root.At(fleet.Backend).IsFaulty;
        at.At(location.State).AddIf(isWithout ? "must be left out without 'backend.s3', which it replaces here" : null);
        FleetChecks.CheckS3(state, at.At(location.State));
    }
}
