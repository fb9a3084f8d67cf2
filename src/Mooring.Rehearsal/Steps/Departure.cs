using Mooring.ArgoCd;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// How the clusters leave that the next fleet does not have, once their target groups get no traffic. A controller outlives its bindings, and the bindings
/// their target groups. Helm deletes a binding when its stack is destroyed; Argo CD when the label of the cluster's Secret says so.
/// </summary>
/// <param name="current">The fleet before they leave. No rule forwards to them.</param>
/// <param name="gone">Names of the clusters.</param>
internal sealed class Departure(FleetSpec current, IReadOnlyList<string> gone)
{
    private readonly HashSet<string> _stacks = [.. FleetLayout.Plan(current).Select(stack => stack.Name)];

    /// <summary>The steps, none where no cluster leaves.</summary>
    public IEnumerable<FleetStep> Steps()
    {
        if (gone.Count == 0)
        {
            yield break;
        }

        string[] byArgoCd = [.. gone.Where(name => current.Clusters[name] is { Delivery: Delivery.ArgoCd, HasController: true })];
        string[] registrations = [.. byArgoCd.Where(IsRegistered).Select(StackKind.Registration.StackOf)];
        var (deleting, without) = (current, current);
        if (registrations.Length > 0)
        {
            deleting = With(current, byArgoCd, cluster => cluster with { Registration = cluster.Registration with { OnRemoval = RemovalPolicy.Delete } });
            without = With(deleting, byArgoCd, cluster => cluster with { Delivery = Delivery.Helm, HandoverFrom = null, Bindings = [] });
            yield return new(StepKind.Contract, "release", "Let Argo CD delete what it installed in clusters that leave", deleting)
            {
                Only = registrations,
                After =
                [
                    .. byArgoCd.Select(name => $"check that the Application of cluster '{name}' has the finalizer resources-finalizer.argocd.argoproj.io"),
                ],
            };
            yield return new(StepKind.Contract, "empty", "Take the bindings out of clusters that leave", without)
            {
                Only = registrations,
                Before = [.. StepInstructions.Deregistration(byArgoCd.SelectMany(name => current.Clusters[name].Bindings))],
                After = [.. byArgoCd.Select(name => StepInstructions.Gone(name, Delivery.ArgoCd))],
            };
        }

        yield return new(StepKind.Contract, "destroy", "Destroy the clusters that leave", without)
        {
            Only = [],
            Destroy = [.. gone.SelectMany(StacksOf)],
            Before = [.. StepInstructions.Deregistration(gone.Except(byArgoCd).SelectMany(name => current.Clusters[name].Bindings))],
        };
    }

    /// <summary>The stacks of a cluster, in the order in which they are destroyed.</summary>
    private IEnumerable<string> StacksOf(string name) =>
        new[] { StackKind.Binding, StackKind.Registration, StackKind.Cluster }.Select(kind => kind.StackOf(name)).Where(_stacks.Contains);

    private bool IsRegistered(string name) => FleetRegistrations.IsRegistered(current, name);

    private static FleetSpec With(FleetSpec fleet, string[] names, Func<ClusterSpec, ClusterSpec> change) =>
        fleet with
        {
            Clusters = fleet.Clusters.Each((name, cluster) => names.Contains(name) ? change(cluster) : cluster),
        };
}
