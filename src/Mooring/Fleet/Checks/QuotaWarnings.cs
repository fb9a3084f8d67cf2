using System.Globalization;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Finds what may exceed a quota of AWS: how much it counts as is known only when everything runs.</summary>
internal static class QuotaWarnings
{
    /// <summary>Adds the warnings of a load balancer.</summary>
    public static void Check(FleetSpec fleet, string name, FaultScope scope)
    {
        CheckPrefixLists(fleet.LoadBalancers[name], scope);
        CheckTargets(fleet, name, scope);
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

    /// <summary>A node is a target of each target group that it is registered in.</summary>
    private static void CheckTargets(FleetSpec fleet, string name, FaultScope scope)
    {
        var targets = fleet.Clusters.Values.Sum(cluster =>
            LoadBalancerQuotas.Nodes(cluster)
            * cluster.Bindings.Count(binding => binding.LoadBalancer == name && BindingTargetGroup.Of(fleet, binding).TargetType == TargetType.Instance)
        );
        if (targets > fleet.LoadBalancers[name].Quotas.Targets)
        {
            scope.Warn(
                WarningChecks.Targets,
                $"may get {Number(targets)} targets, one for each node of a bound cluster and target group, of at most "
                    + $"{Number(fleet.LoadBalancers[name].Quotas.Targets)}: raise the quota 'Targets per Application Load Balancer', and set it as "
                    + "'quotas.targets'"
            );
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
