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
        if (controller.Resources is { } resources)
        {
            CheckResources(resources, scope.At(controller.Resources));
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
