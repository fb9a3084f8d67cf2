using Mooring.Identity;
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
            Identity = own.Identity ?? common.Identity,
            Policy = own.Policy ?? common.Policy,
            ReplicaCount = own.ReplicaCount ?? common.ReplicaCount,
            Resources = own.Resources ?? common.Resources,
            Tolerations = own.Tolerations ?? common.Tolerations,
            NodeSelector = own.NodeSelector ?? common.NodeSelector,
            PriorityClass = own.PriorityClass ?? common.PriorityClass,
            Values = ChartValues.Merge(common.Values, own.Values),
        };
    }

    /// <summary>How the service account of Karpenter gets its role in a cluster that has it.</summary>
    public static WorkloadIdentity KarpenterIdentity(FleetSpec fleet, string cluster) =>
        fleet.Clusters[cluster].Karpenter?.Identity ?? Of(fleet, cluster).Identity;

    /// <summary>How the service accounts of the controllers that Argo CD installs get their roles; no entry twice.</summary>
    public static IReadOnlyList<WorkloadIdentity> IdentitiesUnderArgoCd(FleetSpec fleet) =>
        [.. InstalledByArgoCd(fleet).Select(cluster => Of(fleet, cluster).Identity).Distinct()];

    /// <summary>Whether Argo CD installs a controller with other values than the ApplicationSets have.</summary>
    public static bool HaveValuesUnderArgoCd(FleetSpec fleet) =>
        InstalledByArgoCd(fleet).Any(cluster => ControllerValues.OwnKeysOf(RegisteredReleaseOf(fleet, cluster)).Any());

    /// <summary>The release of a cluster's controller, without its role.</summary>
    public static ControllerReleaseProps ReleaseOf(FleetSpec fleet, string cluster)
    {
        var (controller, location) = (Of(fleet, cluster), FleetLocation.OfCluster(fleet, cluster));
        return new()
        {
            ClusterName = cluster,
            Region = location.Region,
            VpcId = location.Vpc,
            ChartVersion = controller.EffectiveChartVersion,
            ImageRepository = controller.ImageRepository,
            ReplicaCount = controller.ReplicaCount,
            Tolerations = [.. controller.Tolerations.Select(TolerationOf)],
            NodeSelector = controller.NodeSelector,
            PriorityClass = controller.PriorityClass,
            Values = controller.Values,
            Resources = new ContainerResources { Requests = Amounts(controller.Resources.Requests), Limits = Amounts(controller.Resources.Limits) },
            Timeout = TimeSpan.FromSeconds(controller.Timeout),
        };
    }

    /// <summary>
    /// The release as the Secret describes it that registers the cluster with Argo CD: without the fleet's image and replicas, which the ApplicationSets have.
    /// Values of the image are merged with the fleet's repository, because they replace it there.
    /// </summary>
    public static ControllerReleaseProps RegisteredReleaseOf(FleetSpec fleet, string cluster)
    {
        var release = ReleaseOf(fleet, cluster);
        return release with
        {
            ImageRepository = release.Values.ContainsKey(ControllerValues.Image) ? release.ImageRepository : null,
            ReplicaCount = fleet.Clusters[cluster].Controller.ReplicaCount,
        };
    }

    private static IEnumerable<string> InstalledByArgoCd(FleetSpec fleet) =>
        fleet.Clusters.Where(cluster => cluster.Value.Delivery == Delivery.ArgoCd && IsInstalled(fleet, cluster.Key)).Select(cluster => cluster.Key);

    private static Toleration TolerationOf(TolerationSpec toleration) =>
        new()
        {
            Key = toleration.Key,
            Operator = toleration.Operator,
            Value = toleration.Value,
            Effect = toleration.Effect,
            TolerationTime = toleration.TolerationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

    private static ResourceAmounts Amounts(ResourceAmountsSpec amounts) => new() { Cpu = amounts.Cpu, Memory = amounts.Memory };
}
