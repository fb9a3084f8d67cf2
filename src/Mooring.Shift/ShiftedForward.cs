using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Editing;

namespace Mooring.Shift;

/// <summary>The forward whose weights are shifted, and which of its target groups is meant.</summary>
internal sealed class ShiftedForward
{
    private readonly IReadOnlyList<ForwardTargetGroupSpec> _targets;

    private ShiftedForward(ActionAddress address, IReadOnlyList<ForwardTargetGroupSpec> targets, int index) =>
        (Address, _targets, Index) = (address, targets, index);

    /// <summary>The action that forwards.</summary>
    public ActionAddress Address { get; }

    /// <summary>The place in the forward of the target group that is meant.</summary>
    public int Index { get; }

    /// <summary>Finds it in a fleet.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="address">The action: <c>public/https/shop</c>.</param>
    /// <param name="targetGroup">The target group: <c>green</c>, or <c>green/public-ip</c>.</param>
    /// <exception cref="ShiftException">The fleet has no such action, or the action no such target group.</exception>
    public static ShiftedForward Find(FleetSpec fleet, string address, string targetGroup)
    {
        if (ActionAddress.Parse(address) is not { } parsed || parsed.In(fleet) is not { } action)
        {
            var known = string.Join(", ", AddressesIn(fleet));
            throw new ShiftException(
                $"a shift needs a rule as LOAD_BALANCER/LISTENER/RULE, or a default action as LOAD_BALANCER/LISTENER, of the fleet file: "
                    + $"it has {(known.Length > 0 ? known : "none that forwards")}, got '{address}'"
            );
        }

        var targets = action.Forward?.TargetGroups ?? throw new ShiftException($"{address} must forward requests to target groups, and does something else");
        int[] meant = [.. targets.Index().Where(target => IsNamed(target.Item, targetGroup)).Select(target => target.Index)];
        return meant.Length == 1
            ? new(parsed, targets, meant[0])
            : throw new ShiftException(
                $"{address} forwards to {string.Join(", ", targets.Select((_, index) => NameOf(targets, index)))}: name one of them, got '{targetGroup}'"
            );
    }

    /// <summary>The weights in a fleet.</summary>
    public IReadOnlyList<int> WeightsIn(FleetSpec fleet) => [.. Address.In(fleet)!.Forward!.TargetGroups.Select(target => target.Weight)];

    /// <summary>Weights in words: <c>blue 75, green 25</c>.</summary>
    public string Words(IReadOnlyList<int> weights) => string.Join(", ", weights.Select((weight, index) => $"{NameOf(index)} {weight}"));

    /// <summary>Name of a target group: that of its cluster, with the binding where the cluster is there twice.</summary>
    public string NameOf(int index) => NameOf(_targets, index);

    /// <summary>The target groups that get more requests by a change, by their places.</summary>
    public static IEnumerable<int> Gaining(IReadOnlyList<int> before, IReadOnlyList<int> after) =>
        Enumerable.Range(0, before.Count).Where(index => after[index] > before[index]);

    /// <summary>Where the stack's outputs have the ARN of a target group: the name of the output, and the key in it.</summary>
    public (string Output, string Key) ArnOf(FleetSpec fleet, int index)
    {
        var target = _targets[index];
        if (target.Cluster is not { } cluster)
        {
            return ("declared_target_group_arns", target.TargetGroup!);
        }

        var binding = ForwardBinding.Candidates(fleet.Clusters[cluster], Address.LoadBalancer, target).Single();
        return ("target_group_arns", $"{OriginalNames.Cluster(fleet, cluster)}/{OriginalNames.Binding(fleet, binding)}");
    }

    private static bool IsNamed(ForwardTargetGroupSpec target, string name) =>
        name == (target.Cluster ?? target.TargetGroup) || (target.Binding is { } binding && name == $"{target.Cluster}/{binding}");

    private static string NameOf(IReadOnlyList<ForwardTargetGroupSpec> targets, int index)
    {
        var target = targets[index];
        var name = target.Cluster ?? target.TargetGroup!;
        return targets.Count(each => (each.Cluster ?? each.TargetGroup) == name) > 1 && target.Binding is { } binding ? $"{name}/{binding}" : name;
    }

    private static IEnumerable<string> AddressesIn(FleetSpec fleet) =>
        from loadBalancer in fleet.LoadBalancers
        from listener in loadBalancer.Value.Listeners
        from rule in listener.Value.Rules.Select(rule => rule.Name).Prepend(null)
        let address = new ActionAddress(loadBalancer.Key, listener.Key, rule)
        where address.In(fleet)?.Forward is not null
        select $"{address}";
}
