using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the fleet's controller, and what differs from it in a cluster.</summary>
internal static class ControllerChecks
{
    private const string TwoVersions = "must have one of 'version' and 'chartVersion', got both";

    /// <summary>Adds the errors of the fleet's controller.</summary>
    public static void Check(ControllerSpec controller, FaultScope scope)
    {
        scope.AddIf(controller is { Version: not null, ChartVersion: not null } ? TwoVersions : null);
        scope.Check(controller.Version, ControllerLimits.ControllerVersion);
        scope.Check(controller.ChartVersion, ControllerLimits.ChartVersion);
        scope.Check(controller.ImageRepository, ControllerLimits.ImageRepository);
        scope.Check(controller.ReplicaCount, ControllerLimits.ReplicaCount);
        scope.Check(controller.Timeout, ControllerLimits.TimeoutSeconds);
        CheckResources(controller.Resources, scope.At(controller.Resources));
        SchedulingChecks.Check(controller.Tolerations, scope.At(controller.Tolerations));
        SchedulingChecks.Check(controller.NodeSelector, scope.At(controller.NodeSelector));
        scope.Check(controller.PriorityClass, KubernetesLimits.DnsSubdomain);
        CheckValues(controller.Values, scope.At(controller.Values));
    }

    /// <summary>Version of the chart of a cluster's controller; <see langword="null"/> where the controller has errors.</summary>
    public static string? ChartOf(FleetSpec fleet, string cluster, FaultScope root)
    {
        var spec = fleet.Clusters[cluster];
        return root.At(fleet.Controller).IsFaulty || root.At(fleet.Clusters).Entry(cluster).At(spec.Controller).IsFaulty
            ? null
            : ClusterController.Of(fleet, cluster).EffectiveChartVersion;
    }

    /// <summary>Adds the errors of what differs in a cluster.</summary>
    public static void Check(ClusterControllerSpec controller, FaultScope scope)
    {
        scope.AddIf(controller is { Version: not null, ChartVersion: not null } ? TwoVersions : null);
        scope.Check(controller.Version, ControllerLimits.ControllerVersion);
        scope.Check(controller.ChartVersion, ControllerLimits.ChartVersion);
        scope.Check(controller.ReplicaCount, ControllerLimits.ReplicaCount);
        scope.Check(controller.PriorityClass, KubernetesLimits.DnsSubdomain);
        CheckValues(controller.Values, scope.At(controller.Values));
        if (controller.Resources is { } resources)
        {
            CheckResources(resources, scope.At(controller.Resources));
        }

        if (controller.Tolerations is { } tolerations)
        {
            SchedulingChecks.Check(tolerations, scope.At(controller.Tolerations));
        }

        if (controller.NodeSelector is { } labels)
        {
            SchedulingChecks.Check(labels, scope.At(controller.NodeSelector));
        }
    }

    /// <summary>Adds the errors of what a cluster says of a controller that the fleet does not install.</summary>
    public static void CheckOfOthers(ClusterControllerSpec controller, FaultScope scope)
    {
        FaultScope[] unused =
        [
            scope.At(controller.Identity),
            scope.At(controller.ReplicaCount),
            scope.At(controller.Tolerations),
            scope.At(controller.NodeSelector),
            scope.At(controller.PriorityClass),
            scope.At(controller.Values),
        ];
        foreach (var given in unused.Where(each => each.IsGiven))
        {
            given.Add("must be left out where somebody else installed the controller");
        }
    }

    /// <summary>Adds the errors of what a cluster says of the controller of EKS Auto Mode.</summary>
    public static void CheckAutoMode(ClusterControllerSpec controller, ClusterSpec cluster, FaultScope at, FaultScope ofAutoMode)
    {
        var switchedOn = cluster.AutoMode is { } autoMode ? ofAutoMode.At(autoMode.Enabled) : ofAutoMode;
        at.At(controller.Kind)
            .AddIf(
                !cluster.Existing && cluster.AutoMode is not { Enabled: true }
                    ? "must be left out, or the cluster must have 'autoMode: {}': only EKS Auto Mode brings that controller, got 'auto-mode'"
                    : null,
                switchedOn
            );
        at.AddOthersThan([nameof(controller.Kind)], "must be left out with 'kind: auto-mode': EKS installs that controller, and gives it its permissions");
    }

    private static void CheckValues(IReadOnlyDictionary<string, ChartValue> values, FaultScope scope)
    {
        foreach (var (path, fault) in ReservedValues.Faults(values))
        {
            path.Aggregate(scope, (below, key) => below.Entry(key)).Add(fault);
        }
    }

    private static void CheckResources(ResourcesSpec resources, FaultScope scope)
    {
        CheckAmounts(resources.Requests, scope.At(resources.Requests));
        CheckAmounts(resources.Limits, scope.At(resources.Limits));
    }

    private static void CheckAmounts(ResourceAmountsSpec amounts, FaultScope scope)
    {
        scope.Check(amounts.Cpu, KubernetesLimits.Quantity);
        scope.Check(amounts.Memory, KubernetesLimits.Quantity);
    }
}
