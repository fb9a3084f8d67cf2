using Constructs;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks;

/// <summary>
/// Defines what Terraform installs into a cluster under <c>helm</c> delivery: the AWS Load Balancer Controller's release,
/// and after it the release of the cluster's TargetGroupBindings. For a cluster that is handed over to Argo CD it makes Terraform forget the releases,
/// which stay in the cluster. Where somebody else installed the controller, only the bindings are installed.
/// </summary>
public class BindingStack : FleetStack
{
    private const string CrdsId = "Crds";
    private const string ControllerId = "Controller";
    private const string BindingsId = "Bindings";

    /// <summary>Defines the stack that binds a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet; it has bindings and is under <c>helm</c> delivery, or is handed over from it.</param>
    public BindingStack(Construct scope, FleetSpec fleet, string name)
        : this(scope, fleet, name, id: null) { }

    /// <summary>Defines it with an id that differs from those of other fleets' stacks; <see langword="null"/> where there are none.</summary>
    internal BindingStack(Construct scope, FleetSpec fleet, string name, string? id)
        : base(scope, StackKind.Binding.StackOf(OriginalNames.Cluster(fleet, name)), fleet, fleet.Clusters[name].Location, id)
    {
        (fleet, name) = (Slice, OriginalNames.Cluster(fleet, name));
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = name });
        ClusterProviders.Helm(this, fleet, cluster, Location, fleet.Clusters[name].Connection);
        ClusterProviders.Kubernetes(this, fleet, cluster, Location, fleet.Clusters[name].Connection);
        if (fleet.Clusters[name].Delivery == Delivery.Helm)
        {
            DefineReleases(fleet, name, cluster);
        }
        else
        {
            ForgetReleases(BindingsId, ControllerId, CrdsId);
        }
    }

    private void DefineReleases(FleetSpec fleet, string name, ClusterLookup cluster)
    {
        var takesOver = fleet.Clusters[name].HandoverFrom == Delivery.ArgoCd;
        var installs = ClusterController.IsInstalled(fleet, name);
        var created = BoundNamespaces.Created(fleet.Clusters[name]);
        var guard = new ReleaseGuard(this, "Guard", Guarded(fleet, name, installs, created.Count > 0));
        if (created.Count > 0)
        {
            var namespaces = new NamespaceRelease(this, "Namespaces", new NamespaceReleaseProps { Namespaces = created, Guard = guard });
            guard.CheckAfter(namespaces, created);
        }

        var controller = installs ? DefineController(fleet, name, cluster, guard, takesOver) : null;
        if (controller is null && !fleet.Clusters[name].HasAutoModeController)
        {
            // Without its controller, no TargetGroupBinding could be removed any more.
            ForgetReleases(ControllerId, CrdsId);
        }

        var bindings = new TargetGroupBindingRelease(
            this,
            BindingsId,
            new TargetGroupBindingReleaseProps
            {
                Controller = controller,
                ControllerVersion =
                    installs || fleet.Clusters[name].HasAutoModeController
                        ? null
                        : ControllerChart.ControllerOf(ClusterController.Of(fleet, name).EffectiveChartVersion),
                Guard = guard,
                TakeOwnership = takesOver,
                Bindings = FleetLookups.BindingsOf(this, fleet, name),
            }
        );
        _ = new DestroyGuard(this, "DestroyGuard", new DestroyGuardProps { Bindings = bindings, StackName = StackKind.Binding.StackOf(name) });

        if (controller is not null)
        {
            Output("controller_release_name", "Name of the AWS Load Balancer Controller's Helm release", controller.ReleaseName);
        }

        Output("binding_release_name", "Name of the TargetGroupBindings' Helm release", bindings.ReleaseName);
    }

    private static ReleaseGuardProps Guarded(FleetSpec fleet, string name, bool installs, bool creates)
    {
        var guarded = new ReleaseGuardProps
        {
            ClusterName = name,
            Namespaces = BoundNamespaces.Expected(fleet.Clusters[name]),
            Controller = fleet.Clusters[name].Controller.Kind,
        };
        guarded = installs ? guarded : guarded with { ReleaseNames = [TargetGroupBindingRelease.Name] };
        return creates ? guarded with { ReleaseNames = [.. guarded.ReleaseNames, NamespaceRelease.Name] } : guarded;
    }

    private ControllerRelease DefineController(FleetSpec fleet, string name, ClusterLookup cluster, ReleaseGuard guard, bool takesOver)
    {
        var crds = new ControllerCrds(
            this,
            CrdsId,
            new ControllerCrdsProps { ControllerChartVersion = ClusterController.Of(fleet, name).EffectiveChartVersion, Guard = guard }
        );

        return new ControllerRelease(
            this,
            ControllerId,
            ClusterController.ReleaseOf(fleet, name) with
            {
                ClusterName = cluster.ClusterName,
                RoleArn = FleetLookups.ControllerRoleOf(this, fleet, name),
                Crds = crds,
                Guard = guard,
                TakeOwnership = takesOver,
            }
        );
    }

    /// <summary>
    /// The releases leave the state and stay in the cluster, where Argo CD then finds their resources as it would create them. What guards the
    /// releases is destroyed.
    /// </summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/block/removed"/>
    private void ForgetReleases(params string[] ids) =>
        AddOverride(
            "removed",
            ids.Select(id => new Dictionary<string, object>
                {
                    ["from"] = $"helm_release.{id}",
                    ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false },
                })
                .ToArray()
        );
}
