using Constructs;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks;

/// <summary>
/// Defines what Terraform installs into a cluster under <c>helm</c> delivery: the AWS Load Balancer Controller's release,
/// and after it the release of the cluster's TargetGroupBindings.
/// </summary>
public class BindingStack : FleetStack
{
    /// <summary>Defines the stack that binds a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet; it has bindings and is under <c>helm</c> delivery.</param>
    public BindingStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackKind.Binding.StackOf(name), fleet)
    {
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = name });
        ClusterProviders.Helm(this, fleet, cluster);
        ClusterProviders.Kubernetes(this, fleet, cluster);
        var guard = new ReleaseGuard(this, "Guard", new ReleaseGuardProps { ClusterName = name, Namespaces = NamespacesOf(fleet.Clusters[name]) });
        var crds = new ControllerCrds(this, "Crds", new ControllerCrdsProps { ControllerChartVersion = fleet.Controller.EffectiveChartVersion, Guard = guard });

        var controller = new ControllerRelease(
            this,
            "Controller",
            ControllerOf(fleet) with
            {
                ClusterName = cluster.ClusterName,
                RoleArn = FleetLookups.ControllerRoleOf(this, fleet, name),
                Crds = crds,
                Guard = guard,
            }
        );

        var bindings = new TargetGroupBindingRelease(
            this,
            "Bindings",
            new TargetGroupBindingReleaseProps
            {
                Controller = controller,
                Guard = guard,
                Bindings = FleetLookups.BindingsOf(this, fleet, name),
            }
        );
        _ = new DestroyGuard(this, "DestroyGuard", new DestroyGuardProps { Bindings = bindings, StackName = StackKind.Binding.StackOf(name) });

        Output("controller_release_name", "Name of the AWS Load Balancer Controller's Helm release", controller.ReleaseName);
        Output("binding_release_name", "Name of the TargetGroupBindings' Helm release", bindings.ReleaseName);
    }

    /// <summary>The controller's release as the fleet has it, the same in every cluster except for its name and its role.</summary>
    internal static ControllerReleaseProps ControllerOf(FleetSpec fleet) =>
        new()
        {
            ClusterName = string.Empty,
            Region = fleet.Region,
            VpcId = fleet.Vpc,
            ChartVersion = fleet.Controller.EffectiveChartVersion,
            ImageRepository = fleet.Controller.ImageRepository,
            ReplicaCount = fleet.Controller.ReplicaCount,
            Resources = new ContainerResources { Requests = Amounts(fleet.Controller.Resources.Requests), Limits = Amounts(fleet.Controller.Resources.Limits) },
            Timeout = TimeSpan.FromSeconds(fleet.Controller.Timeout),
        };

    private static string[] NamespacesOf(ClusterSpec cluster) => [.. cluster.ControllerBindings.Select(binding => binding.Service.Namespace).Distinct()];

    private static ResourceAmounts Amounts(ResourceAmountsSpec amounts) => new() { Cpu = amounts.Cpu, Memory = amounts.Memory };
}
