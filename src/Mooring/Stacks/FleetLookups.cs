using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using HashiCorp.Cdktf.Providers.Aws.DataAwsSecurityGroup;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Identity;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks;

/// <summary>Looks up by name, in one stack, resources of another stack of the fleet.</summary>
internal static class FleetLookups
{
    /// <summary>Id of the security group of a load balancer that clusters allow traffic from.</summary>
    /// <param name="scope">A scope of the load balancer's own.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="loadBalancer">Name of the load balancer in the fleet.</param>
    public static string SecurityGroupOf(Construct scope, FleetSpec fleet, string loadBalancer) =>
        fleet.LoadBalancers[loadBalancer] switch
        {
            { SecurityGroups: [var first, ..] } => first,
            { Existing: { } name } => new LoadBalancerLookup(scope, "LoadBalancer", new LoadBalancerLookupProps { LoadBalancerName = name }).SecurityGroupId,
            _ => new DataAwsSecurityGroup(
                scope,
                "SecurityGroup",
                new DataAwsSecurityGroupConfig { Name = FleetNames.LoadBalancer(fleet, loadBalancer), VpcId = fleet.Vpc }
            ).Id,
        };

    /// <summary>ARN of the role in the annotation of a cluster's controller (IRSA); <see langword="null"/> with EKS Pod Identity.</summary>
    public static string? ControllerRoleOf(FleetStack stack, FleetSpec fleet, string cluster) =>
        fleet.Controller.Identity == WorkloadIdentity.Irsa
            ? new DataAwsIamRole(stack, "ControllerRole", new DataAwsIamRoleConfig { Name = FleetNames.ControllerRole(cluster) }).Arn
            : null;

    /// <summary>The TargetGroupBindings of a cluster, with what they must know of target groups and load balancers.</summary>
    /// <param name="stack">The stack to find it in.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="onTargetGroup">Is called with every target group that was looked up, in the order of the bindings.</param>
    public static IReadOnlyList<TargetGroupBinding> BindingsOf(
        FleetStack stack,
        FleetSpec fleet,
        string cluster,
        Action<DataAwsLbTargetGroup>? onTargetGroup = null
    )
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. fleet.Clusters[cluster].ControllerBindings.Select(ToManifest)];

        TargetGroupBinding ToManifest(BindingSpec binding) =>
            BindingManifest.Of(
                fleet,
                cluster,
                binding,
                TargetGroupArn(binding),
                BindingManifest.LetsLoadBalancerIn(binding) ? SecurityGroup(binding.LoadBalancer!) : null
            );

        string? TargetGroupArn(BindingSpec binding)
        {
            if (BindingManifest.IsByName(binding) || binding.ExistingTargetGroup is not null)
            {
                return binding.ExistingTargetGroup?.Arn;
            }

            var targetGroup = new DataAwsLbTargetGroup(
                stack,
                $"TargetGroup-{binding.EffectiveName}",
                new DataAwsLbTargetGroupConfig { Name = FleetNames.TargetGroup(fleet, cluster, binding) }
            );
            onTargetGroup?.Invoke(targetGroup);
            return targetGroup.Arn;
        }

        string SecurityGroup(string loadBalancer)
        {
            if (!groups.TryGetValue(loadBalancer, out var group))
            {
                groups[loadBalancer] = group = SecurityGroupOf(new Construct(stack, $"LoadBalancer-{loadBalancer}"), fleet, loadBalancer);
            }

            return group;
        }
    }
}
