using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Page.Model;

/// <summary>The target groups of a fleet: those of bindings, those that load balancers declare, and existing ones.</summary>
internal sealed class TargetGroupUses
{
    private static readonly PartDetail s_shared = new("shared", "several clusters");

    private readonly FleetSpec _fleet;
    private readonly Dictionary<PartKey, TargetGroupUse> _groups = [];

    /// <summary>Finds them.</summary>
    /// <param name="fleet">The fleet, without errors.</param>
    public TargetGroupUses(FleetSpec fleet)
    {
        _fleet = fleet;
        foreach (var (loadBalancer, spec) in fleet.LoadBalancers)
        {
            foreach (var (name, group) in spec.TargetGroups)
            {
                Add(loadBalancer, FleetNames.TargetGroup(fleet, loadBalancer, name), group, Declared(group, $"{loadBalancer}/{name}"));
            }
        }

        foreach (var (cluster, spec) in fleet.Clusters)
        {
            foreach (var (index, binding) in spec.Bindings.Index())
            {
                Of(cluster, binding).Bindings.Add((cluster, index, binding));
            }
        }
    }

    /// <summary>All of them, in the order of the file.</summary>
    public IEnumerable<TargetGroupUse> All => _groups.Values;

    /// <summary>The target group that a forward names.</summary>
    public TargetGroupUse Of(string loadBalancer, ForwardTargetGroupSpec target) =>
        target.TargetGroup is { } name
            ? _groups[KeyOf(loadBalancer, FleetNames.TargetGroup(_fleet, loadBalancer, name))]
            : Of(target.Cluster!, ForwardBinding.Candidates(_fleet.Clusters[target.Cluster!], loadBalancer, target).First());

    private TargetGroupUse Of(string cluster, BindingSpec binding)
    {
        var name = FleetNames.TargetGroup(_fleet, cluster, binding);
        // The same name in another account is another target group.
        var scope = binding.LoadBalancer ?? binding.ExistingTargetGroup?.AssumeRole?.Role ?? string.Empty;
        return _groups.GetValueOrDefault(KeyOf(scope, name))
            ?? Add(
                scope,
                name,
                BindingTargetGroup.Of(_fleet, binding),
                binding.ExistingTargetGroup is { } existing
                    ? [new("declared", "exists outside the fleet"), new("targets", existing.TargetType.Word())]
                    : Declared(binding.TargetGroup, $"{cluster}/{binding.EffectiveName}")
            );
    }

    private static IEnumerable<PartDetail> Declared(TargetGroupSpec group, string where) =>
        [
            new("declared", group.Adopt is null ? where : $"{where}, adopted"),
            new("targets", $"{group.TargetType.Word()}, {group.Protocol.Word()}:{group.Port}"),
        ];

    private TargetGroupUse Add(string scope, string name, TargetGroupSpec group, IEnumerable<PartDetail> details)
    {
        var part = new Part(KeyOf(scope, name), name) { Details = [.. details, .. group.Shared ? [s_shared] : Array.Empty<PartDetail>()] };
        return _groups[part.Key] = new TargetGroupUse(part);
    }

    private PartKey KeyOf(string loadBalancer, string name) => new(PartKind.TargetGroup, OriginalNames.LoadBalancer(_fleet, loadBalancer), name);
}
