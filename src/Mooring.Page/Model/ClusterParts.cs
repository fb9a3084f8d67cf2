using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.TargetGroupBindings;

namespace Mooring.Page.Model;

/// <summary>Makes the parts of clusters: the clusters, and the Services that bindings name.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="warnings">Its warnings.</param>
internal sealed class ClusterParts(FleetSpec fleet, PlacedWarnings warnings)
{
    /// <summary>A cluster, with its controller, its delivery and its identity.</summary>
    public Part Cluster(string name)
    {
        var cluster = fleet.Clusters[name];
        return new(new(PartKind.Cluster, string.Empty, OriginalNames.Cluster(fleet, name)), name)
        {
            Details =
            [
                new("controller", ControllerOf(name)),
                new("delivery", cluster.HandoverFrom is { } from ? $"{cluster.Delivery.Word()}, handed over from {from.Word()}" : cluster.Delivery.Word()),
                new("identity", IdentityOf(name)),
                new("Kubernetes", cluster.Version ?? "the newest when created"),
                new("Terraform", cluster.Existing ? "looks it up" : "creates it"),
                .. fleet.ArgoCd is not null ? [new PartDetail("Argo CD", ArgoCdOf(name))] : Array.Empty<PartDetail>(),
            ],
            Warnings = warnings.At($"clusters.{name}", but: "bindings"),
        };
    }

    /// <summary>The Service of a binding.</summary>
    public Part Service(string cluster, int index, BindingSpec binding)
    {
        var service = binding.Service;
        var title = $"{service.Namespace}/{service.Name}:{service.Port}";
        return new(new(PartKind.Service, OriginalNames.Cluster(fleet, cluster), title), title)
        {
            Details =
            [
                new("registered by", binding.RegisterBy == RegisterBy.Controller ? "the controller" : "Auto Scaling groups"),
                .. service.TargetPort is { } port ? [new PartDetail("pods' port", $"{port}")] : Array.Empty<PartDetail>(),
            ],
            Warnings = warnings.At($"clusters.{cluster}.bindings[{index}]"),
        };
    }

    private string ControllerOf(string cluster)
    {
        if (!fleet.Clusters[cluster].HasController)
        {
            return "none";
        }

        if (fleet.Clusters[cluster].HasAutoModeController)
        {
            return "of EKS Auto Mode";
        }

        var controller = ClusterController.Of(fleet, cluster);
        var version = ControllerChart.ControllerOf(controller.EffectiveChartVersion);
        return controller.Install ? $"{version}, chart {controller.EffectiveChartVersion}" : $"{controller.Version} of somebody else".TrimStart();
    }

    private string IdentityOf(string cluster)
    {
        var (own, of) = (fleet.Clusters[cluster].Controller, ClusterController.Of(fleet, cluster));
        return !fleet.Clusters[cluster].HasController ? "none"
            : ClusterController.IsInstalled(fleet, cluster) ? $"{of.Identity.Word()}, {of.Policy.Word()} policy"
            : fleet.Clusters[cluster].HasAutoModeController ? "of the control plane"
            : own.Role is { } role ? $"role {role}"
            : "of somebody else";
    }

    private string ArgoCdOf(string cluster)
    {
        var registered = FleetRegistrations.IsRegistered(fleet, cluster);
        return !FleetRegistrations.IsRoot(fleet, cluster) ? (registered ? "registered" : "not registered")
            : registered ? "runs here, registered"
            : "runs here";
    }
}
