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
            { Existing: { } name } => new LoadBalancerLookup(
                scope,
                "LoadBalancer",
                new LoadBalancerLookupProps { LoadBalancerName = name, RequireOneSecurityGroup = true }
            ).SecurityGroupId,
            _ => new DataAwsSecurityGroup(
                scope,
                "SecurityGroup",
                new DataAwsSecurityGroupConfig { Name = FleetNames.LoadBalancer(fleet, loadBalancer), VpcId = fleet.Vpc }
            ).Id,
        };

    /// <summary>ARN of the role in the annotation of a cluster's controller (IRSA); <see langword="null"/> with EKS Pod Identity.</summary>
    public static string? ControllerRoleOf(FleetStack stack, FleetSpec fleet, string cluster) =>
        ClusterController.Of(fleet, cluster).Identity == WorkloadIdentity.Irsa
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

        TargetGroupBinding ToManifest(BindingSpec binding)
        {
            var isLookedUp = !BindingManifest.IsByName(binding) && binding.ExistingTargetGroup is null;
            var arn = isLookedUp ? LookUp(binding) : binding.ExistingTargetGroup?.Arn;
            var group = BindingManifest.LetsLoadBalancerIn(binding) ? SecurityGroup(binding.LoadBalancer!) : null;
            var manifest = BindingManifest.Of(fleet, cluster, binding, arn, group);
            return isLookedUp ? manifest with { Name = Following(manifest) } : manifest;
        }

        // The id has the name of the target group in it: a target group with a new name is a new one, and no earlier ARN counts.
        string Following(TargetGroupBinding manifest) =>
            new TargetGroupBindingName(
                stack,
                $"BindingName-{manifest.Name}",
                new TargetGroupBindingNameProps { Name = manifest.Name, TargetGroupArn = manifest.TargetGroupArn! }
            ).Name;

        string LookUp(BindingSpec binding)
        {
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
