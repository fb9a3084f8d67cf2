using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that no target group is adopted in the place of a deployed one. Terraform imports only what its state does not have: it would create a target
/// group with the name of the one to adopt, which exists. For the same reason, one that is adopted is never replaced.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/block/import"/>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class AdoptedInPlaceChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private readonly BindingIndex _before = new(deployed);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        foreach (var (name, cluster) in fleet.Clusters.Where(pair => deployed.Clusters.ContainsKey(OriginalNames.Cluster(fleet, pair.Key))))
        {
            var original = OriginalNames.Cluster(fleet, name);
            var scope = root.At(fleet.Clusters).Entry(name).At(cluster.Bindings);
            foreach (var (index, binding) in cluster.Bindings.Index().Where(entry => IsOwn(entry.Item)))
            {
                if (_before.Of(original, OriginalNames.Binding(fleet, binding)) is { } before && IsOwn(before) && IsSame(before, binding))
                {
                    Check(
                        binding.TargetGroup,
                        before.TargetGroup,
                        FleetNames.TargetGroup(fleet, name, binding),
                        FleetNames.TargetGroup(deployed, original, before),
                        scope.Entry(index).At(binding.TargetGroup)
                    );
                }
            }
        }

        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => deployed.LoadBalancers.ContainsKey(OriginalNames.LoadBalancer(fleet, pair.Key))))
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            var scope = root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.TargetGroups);
            foreach (var (group, spec) in loadBalancer.TargetGroups.Where(pair => deployed.LoadBalancers[original].TargetGroups.ContainsKey(pair.Key)))
            {
                var before = deployed.LoadBalancers[original].TargetGroups[group];
                Check(spec, before, FleetNames.TargetGroup(fleet, name, group), FleetNames.TargetGroup(deployed, original, group), scope.Entry(group));
            }
        }
    }

    private static bool IsOwn(BindingSpec binding) => binding is { TargetGroupRef: null, ExistingTargetGroup: null };

    private bool IsSame(BindingSpec before, BindingSpec binding) => before.LoadBalancer == OriginalNames.LoadBalancer(fleet, binding.LoadBalancer ?? "");

    private static void Check(TargetGroupSpec group, TargetGroupSpec old, string now, string before, FaultScope scope)
    {
        if (group.Adopt is not null && group.Adopt == old.Adopt)
        {
            CheckKept(group, old, before, scope);
        }

        if (group.Adopt is { } arn && now != before)
        {
            scope
                .At(group.Adopt)
                .Add(
                    $"must be left out, or be of '{before}', which is deployed here: Terraform imports nothing in the place of what it has, got "
                        + $"'{arn}'; adopt it under another name"
                );
        }
    }

    /// <summary>What AWS cannot change: Terraform would create another target group, under the name of the one that it then destroys.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html"/>
    private static void CheckKept(TargetGroupSpec group, TargetGroupSpec old, string name, FaultScope scope)
    {
        CheckKept(scope.At(group.TargetType), group.TargetType.Word(), old.TargetType.Word(), name);
        CheckKept(scope.At(group.IpAddressType), group.IpAddressType.Word(), old.IpAddressType.Word(), name);
        CheckKept(scope.At(group.Protocol), group.Protocol.Word(), old.Protocol.Word(), name);
        CheckKept(scope.At(group.ProtocolVersion), group.ProtocolVersion.Word(), old.ProtocolVersion.Word(), name);
        CheckKept(scope.At(group.Port), $"{group.Port}", $"{old.Port}", name);
    }

    private static void CheckKept(FaultScope at, string now, string before, string name)
    {
        if (now != before)
        {
            at.Add(
                $"must be '{before}', as deployed: AWS changes it for no target group, and a second one cannot have the name '{name}' of the adopted one, "
                    + $"got '{now}'; bind another target group under another name"
            );
        }
    }
}
