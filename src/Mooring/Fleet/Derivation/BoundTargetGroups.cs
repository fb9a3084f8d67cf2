using Mooring.Limits;

namespace Mooring.Fleet.Derivation;

/// <summary>Which bindings of a fleet have the same target group, by whatever they refer to it: its ARN, its name, or where it is declared.</summary>
/// <param name="fleet">The fleet, which may have errors.</param>
internal sealed class BoundTargetGroups(FleetSpec fleet)
{
    private readonly Dictionary<(string Cluster, int Index), IReadOnlyList<BoundTargetGroup>> _bindings = fleet
        .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select((binding, index) => new BoundTargetGroup(cluster.Key, index, binding)))
        .GroupBy(bound => KeyOf(fleet, bound.Cluster, bound.Binding))
        .Where(same => same.Key is not null)
        .Select(same => same.ToArray())
        .SelectMany(same => same.Select(bound => KeyValuePair.Create((bound.Cluster, bound.Index), (IReadOnlyList<BoundTargetGroup>)same)))
        .ToDictionary();

    /// <summary>The bindings before one, in the order of the fleet, that have its target group.</summary>
    public IEnumerable<BoundTargetGroup> Before(string cluster, int index) =>
        _bindings.GetValueOrDefault((cluster, index), []).TakeWhile(other => (other.Cluster, other.Index) != (cluster, index));

    /// <summary>
    /// The name of the target group and its account, which is that of the role to assume, and otherwise the fleet's. In an account and a region a
    /// name is unique.
    /// </summary>
    private static string? KeyOf(FleetSpec fleet, string cluster, BindingSpec binding)
    {
        if (
            binding.TargetGroupRef is { } reference
            && fleet.LoadBalancers.GetValueOrDefault(binding.LoadBalancer ?? "")?.TargetGroups.ContainsKey(reference) != true
        )
        {
            return null;
        }

        var name = FleetNames.TargetGroup(fleet, cluster, binding);
        var role = binding.ExistingTargetGroup?.AssumeRole?.Role;
        return name.Length == 0 ? null : $"{(role is null ? string.Empty : AwsLimits.AccountOf(role))}/{name}";
    }
}

/// <summary>A binding, and where it is.</summary>
internal sealed record BoundTargetGroup(string Cluster, int Index, BindingSpec Binding);
