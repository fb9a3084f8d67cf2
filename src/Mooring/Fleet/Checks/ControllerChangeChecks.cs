using Mooring.ArgoCd;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the controller of a cluster against the deployed one: its version, and who installs it.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="name">Name of the cluster, which both fleets have.</param>
/// <param name="root">The fleet's scope.</param>
internal sealed class ControllerChangeChecks(FleetSpec fleet, FleetSpec deployed, string name, FaultScope root)
{
    private const string Page = "see docs/troubleshooting.md";

    private readonly string _original = OriginalNames.Cluster(fleet, name);
    private readonly ClusterSpec _cluster = fleet.Clusters[name];

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        var scope = root.At(fleet.Clusters).Entry(name);
        if (_cluster.Controller.Kind != deployed.Clusters[_original].Controller.Kind)
        {
            CheckKind(scope);
            return;
        }

        var (isInstalled, wasInstalled) = (ClusterController.IsInstalled(fleet, name), ClusterController.IsInstalled(deployed, _original));
        if (isInstalled && wasInstalled)
        {
            CheckVersion(scope);
        }
        else if (isInstalled != wasInstalled && _cluster.HasController && deployed.Clusters[_original].HasController)
        {
            CheckInstallation(isInstalled, scope);
        }
    }

    /// <summary>
    /// The two controllers have TargetGroupBindings of their own. The one that goes deregisters the targets of its binding, and the other one sees nothing of
    /// that.
    /// </summary>
    private void CheckKind(FaultScope scope)
    {
        var (controller, before) = (_cluster.Controller, deployed.Clusters[_original]);
        if (_cluster.ControllerBindings.Any() && before.ControllerBindings.Any())
        {
            scope
                .At(_cluster.Controller)
                .At(controller.Kind)
                .Add(
                    $"must be '{before.Controller.Kind.Word()}', as deployed, while the cluster has bindings: the controller that goes would deregister "
                        + $"their targets, got '{controller.Kind.Word()}'; see docs/auto-mode.md#from-one-controller-to-the-other"
                );
        }
    }

    /// <summary>The controller's custom resource definitions stay at the newer version, which the older controller was not tested with.</summary>
    private void CheckVersion(FaultScope scope)
    {
        var (next, last) = (ClusterController.Of(fleet, name).EffectiveChartVersion, ClusterController.Of(deployed, _original).EffectiveChartVersion);
        if (ControllerChart.ControllerOf(next) < ControllerChart.ControllerOf(last))
        {
            var isOwn = _cluster.Controller.Version is not null || _cluster.Controller.ChartVersion is not null;
            (isOwn ? scope.At(_cluster.Controller) : root.At(fleet.Controller)).AddBeside(
                $"must not be older than the deployed one in cluster '{name}', which is chart {last}: its custom resource definitions stay, "
                    + $"got chart {next}; {Page}#a-downgrade-of-the-controller"
            );
        }
    }

    /// <summary>
    /// A controller that is handed over goes on with the role that Terraform destroys, and another ApplicationSet takes the cluster over: the
    /// Application of the former is removed.
    /// </summary>
    private void CheckInstallation(bool isInstalled, FaultScope scope)
    {
        var at = scope.At(_cluster.Controller);
        if (!isInstalled && _cluster.Controller.Role is null)
        {
            at.AddBeside(
                "must have 'role' beside 'install: false': the controller in the cluster loses the role that it has now, so it needs another one first"
            );
        }

        if (deployed.Clusters[_original] is { Delivery: Delivery.ArgoCd, Registration.OnRemoval: RemovalPolicy.Delete })
        {
            at.AddBeside(
                $"must have 'install: {(isInstalled ? "false" : "true")}', as deployed, while 'registration.onRemoval' is 'delete': Argo CD would remove "
                    + "the cluster's Application with all bindings; deploy 'onRemoval: keep' first"
            );
        }
    }
}
