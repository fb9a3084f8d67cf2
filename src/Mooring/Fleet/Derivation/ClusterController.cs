using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives the controller of a cluster: the fleet's, with what the cluster defines itself.</summary>
internal static class ClusterController
{
    /// <summary>Whether the fleet installs a controller in a cluster.</summary>
    public static bool IsInstalled(FleetSpec fleet, string cluster) => fleet.Clusters[cluster].HasController && Of(fleet, cluster).Install;

    /// <summary>The controller of a cluster.</summary>
    public static ControllerSpec Of(FleetSpec fleet, string cluster)
    {
        var (common, own) = (fleet.Controller, fleet.Clusters[cluster].Controller);
        var hasVersion = own.Version is not null || own.ChartVersion is not null;
        return common with
        {
            Version = hasVersion ? own.Version : common.Version,
            ChartVersion = hasVersion ? own.ChartVersion : common.ChartVersion,
            Install = own.IsInstalledWith(common),
            Resources = own.Resources ?? common.Resources,
        };
    }

    /// <summary>The release of a cluster's controller, without its role.</summary>
    public static ControllerReleaseProps ReleaseOf(FleetSpec fleet, string cluster)
    {
        var controller = Of(fleet, cluster);
        return new()
        {
            ClusterName = cluster,
            Region = fleet.Region,
            VpcId = fleet.Vpc,
            ChartVersion = controller.EffectiveChartVersion,
            ImageRepository = controller.ImageRepository,
            ReplicaCount = controller.ReplicaCount,
            Resources = new ContainerResources { Requests = Amounts(controller.Resources.Requests), Limits = Amounts(controller.Resources.Limits) },
            Timeout = TimeSpan.FromSeconds(controller.Timeout),
        };
    }

    private static ResourceAmounts Amounts(ResourceAmountsSpec amounts) => new() { Cpu = amounts.Cpu, Memory = amounts.Memory };
}
