using System.Globalization;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Finds what may exceed a quota of AWS: how much it counts as is known only when everything runs.</summary>
internal static class QuotaWarnings
{
    /// <summary>Adds the warnings of a load balancer.</summary>
    public static void Check(FleetSpec fleet, string name, long targets, FaultScope scope)
    {
        CheckPrefixLists(fleet.LoadBalancers[name], scope);
        CheckTargets(fleet.LoadBalancers[name], targets, scope);
    }

    /// <summary>The most targets that each load balancer can get: a node is one of each target group that it is registered in.</summary>
    public static Dictionary<string, long> Targets(FleetSpec fleet)
    {
        var targets = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cluster in fleet.Clusters.Values)
        {
            var nodes = LoadBalancerQuotas.Nodes(cluster);
            foreach (var binding in cluster.Bindings)
            {
                if (binding.LoadBalancer is { } name && BindingTargetGroup.Of(fleet, binding).TargetType == TargetType.Instance)
                {
                    targets[name] = targets.GetValueOrDefault(name) + nodes;
                }
            }
        }

        return targets;
    }

    private static void CheckPrefixLists(LoadBalancerSpec loadBalancer, FaultScope scope)
    {
        var (rules, quota) = (LoadBalancerQuotas.Rules(loadBalancer, LoadBalancerQuotas.WeightOfCloudFront), loadBalancer.Quotas.SecurityGroupRules);
        if (loadBalancer.IngressPrefixLists.Count > 0 && rules > quota)
        {
            scope
                .At(loadBalancer.IngressPrefixLists)
                .Warn(
                    WarningChecks.PrefixLists,
                    $"count as {Number(rules)} rules of a security group, which has at most {Number(quota)}, if each is as long as CloudFront's: "
                        + $"{Number(LoadBalancerQuotas.WeightOfCloudFront)} for each of {Number(LoadBalancerQuotas.Ports(loadBalancer))} listeners. Raise the "
                        + "quota 'Inbound or outbound rules per security group', and set it as 'quotas.securityGroupRules'"
                );
        }
    }

    private static void CheckTargets(LoadBalancerSpec loadBalancer, long targets, FaultScope scope)
    {
        if (targets > loadBalancer.Quotas.Targets)
        {
            scope.Warn(
                WarningChecks.Targets,
                $"may get {Number(targets)} targets, one for each node of a bound cluster and target group, of at most "
                    + $"{Number(loadBalancer.Quotas.Targets)}: raise the quota 'Targets per Application Load Balancer', and set it as "
                    + "'quotas.targets'"
            );
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
