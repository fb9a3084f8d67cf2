using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>
/// Divides a fleet into stacks and declares their order: load balancers, then clusters, then registrations and bindings. Before all of them are their
/// workspaces in HCP Terraform, where the fleet manages those: <c>terraform init</c> would create a workspace that does not exist yet.
/// </summary>
public static class FleetLayout
{
    /// <summary>Plans the stacks of a fleet, without CDKTF.</summary>
    /// <param name="fleet">The fleet, without faults.</param>
    public static IReadOnlyList<PlannedStack> Plan(FleetSpec fleet) => PlanOf(OriginalNames.Of(fleet));

    /// <summary>
    /// Plans the stacks of several fleets for one app. There a stack has the name of its state, <c>&lt;fleet&gt;-&lt;stack&gt;</c>; one fleet alone has
    /// the names that it always has.
    /// </summary>
    /// <param name="fleets">The fleets, without faults and with different names.</param>
    internal static IReadOnlyList<PlannedStack> Plan(IReadOnlyList<FleetSpec> fleets) =>
        fleets is [var single]
            ? Plan(single)
            : [.. fleets.SelectMany(fleet => Plan(fleet).Select(stack => stack.Named(name => StateBackend.NameOf(fleet, name))))];

    /// <summary>The stacks of load balancers and clusters, without the one that manages their workspaces.</summary>
    /// <param name="fleet">The fleet with its original names, or a slice that has what decides this.</param>
    internal static IReadOnlyList<StackPlace> PlacesOf(FleetSpec fleet) =>
        [
            .. fleet.LoadBalancers.Keys.Select(name => new StackPlace(StackKind.LoadBalancer, name, [])),
            .. fleet.Clusters.Keys.Select(name => new StackPlace(StackKind.Cluster, name, [.. BoundTo(fleet, name), .. RootOf(fleet, name)])),
            .. fleet.Clusters.Keys.SelectMany(name => PutTogether(fleet, name)),
        ];

    private static PlannedStack[] PlanOf(FleetSpec fleet)
    {
        var places = PlacesOf(fleet);
        if (fleet.Backend.Cloud is { ManagesWorkspaces: true })
        {
            var workspaces = new StackPlace(StackKind.Workspaces, string.Empty, []);
            places = [workspaces, .. places.Select(place => place.After(workspaces))];
        }

        return [.. places.Select(place => new PlannedStack(place, fleet))];
    }

    /// <summary>Adds the stacks of a fleet to an app, and declares their order there.</summary>
    /// <param name="app">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    public static void AddTo(Construct app, FleetSpec fleet)
    {
        var plan = Plan(fleet);
        var stacks = new Dictionary<string, TerraformStack>(StringComparer.Ordinal);
        foreach (var planned in plan)
        {
            stacks.Add(planned.Name, planned.DefineIn(app));
        }

        foreach (var (stack, dependency) in plan.SelectMany(planned => planned.Dependencies.Select(dependency => (planned.Name, dependency))))
        {
            stacks[stack].AddDependency(stacks[dependency]);
        }
    }

    /// <summary>The stacks that connect a cluster with its load balancers: its registration, its bindings, or both.</summary>
    private static IEnumerable<StackPlace> PutTogether(FleetSpec fleet, string name)
    {
        var cluster = fleet.Clusters[name];
        if (FleetRegistrations.IsRegistered(fleet, name))
        {
            yield return new(
                StackKind.Registration,
                name,
                [
                    .. BoundTo(fleet, name),
                    .. fleet.ArgoCd is { Existing: false } argoCd ? [StackKind.Cluster.StackOf(argoCd.Cluster)] : Array.Empty<string>(),
                    StackKind.Cluster.StackOf(name),
                    .. HandedOver(cluster, Delivery.Helm, StackKind.Binding.StackOf(name)),
                ]
            );
        }

        if (cluster.HasReleases)
        {
            yield return new(StackKind.Binding, name, [.. BoundTo(fleet, name), StackKind.Cluster.StackOf(name), .. HandedOverByArgoCd(fleet, name)]);
        }
    }

    /// <summary>The stack of the delivery that a cluster is handed over from: it must let go first.</summary>
    private static IEnumerable<string> HandedOver(ClusterSpec cluster, Delivery from, string stack) => cluster.HandoverFrom == from ? [stack] : [];

    /// <summary>The root cluster has no registration under <c>helm</c> delivery: the one that it had is destroyed.</summary>
    private static IEnumerable<string> HandedOverByArgoCd(FleetSpec fleet, string name) =>
        FleetRegistrations.IsRegistered(fleet, name) ? HandedOver(fleet.Clusters[name], Delivery.ArgoCd, StackKind.Registration.StackOf(name)) : [];

    private static IEnumerable<string> BoundTo(FleetSpec fleet, string cluster) =>
        fleet.Clusters[cluster].Bindings.Select(binding => binding.LoadBalancer).OfType<string>().Distinct().Select(StackKind.LoadBalancer.StackOf);

    /// <summary>
    /// The root cluster's stack, where it must be applied first: IAM refuses a trust policy that names a role that does not exist.
    /// </summary>
    private static IEnumerable<string> RootOf(FleetSpec fleet, string cluster) =>
        fleet.ArgoCd is { CapabilityRole: null, Existing: false } argoCd && argoCd.Cluster != cluster ? [StackKind.Cluster.StackOf(argoCd.Cluster)] : [];
}
