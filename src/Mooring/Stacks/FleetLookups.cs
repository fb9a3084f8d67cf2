using Constructs;
using HashiCorp.Cdktf;
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
    /// <param name="stack">The stack to find it in.</param>
    /// <param name="scope">A scope of the load balancer's own.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="loadBalancer">Name of the load balancer in the fleet.</param>
    public static string SecurityGroupOf(FleetStack stack, Construct scope, FleetSpec fleet, string loadBalancer)
    {
        var location = FleetLocation.OfLoadBalancer(fleet, loadBalancer);
        return fleet.LoadBalancers[loadBalancer] switch
        {
            { SecurityGroups: [var first, ..] } => first,
            { Existing: { } name } => new LoadBalancerLookup(
                scope,
                "LoadBalancer",
                new LoadBalancerLookupProps
                {
                    LoadBalancerName = name,
                    Provider = stack.Providers.For(location),
                    RequireOneSecurityGroup = true,
                }
            ).SecurityGroupId,
            _ => new DataAwsSecurityGroup(
                scope,
                "SecurityGroup",
                new DataAwsSecurityGroupConfig
                {
                    Name = FleetNames.LoadBalancer(fleet, loadBalancer),
                    VpcId = location.Vpc,
                    Provider = stack.Providers.For(location),
                }
            ).Id,
        };
    }

    /// <summary>A target group of a binding, by its name.</summary>
    /// <param name="stack">The stack to find it in.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="binding">The binding.</param>
    public static DataAwsLbTargetGroup TargetGroupOf(FleetStack stack, FleetSpec fleet, string cluster, BindingSpec binding) =>
        new(
            stack,
            $"TargetGroup-{binding.EffectiveName}",
            new DataAwsLbTargetGroupConfig
            {
                Name = FleetNames.TargetGroup(fleet, cluster, binding),
                Provider = stack.Providers.For(FleetLocation.OfLoadBalancer(fleet, binding.LoadBalancer!)),
            }
        );

    /// <summary>ARN of the role through which a cluster's controller registers targets with a load balancer of another account.</summary>
    /// <param name="stack">The stack to find it in.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="loadBalancer">Name of the load balancer.</param>
    public static string TargetRoleOf(FleetStack stack, FleetSpec fleet, string cluster, string loadBalancer) =>
        new DataAwsIamRole(
            stack,
            $"TargetRole-{loadBalancer}",
            new DataAwsIamRoleConfig
            {
                Name = FleetNames.TargetRole(fleet, loadBalancer, cluster),
                Provider = stack.Providers.For(FleetLocation.OfLoadBalancer(fleet, loadBalancer)),
            }
        ).Arn;

    /// <summary>ARN of the role in the annotation of a cluster's controller (IRSA); <see langword="null"/> with EKS Pod Identity.</summary>
    public static string? ControllerRoleOf(FleetStack stack, FleetSpec fleet, string cluster) =>
        ClusterController.Of(fleet, cluster).Identity == WorkloadIdentity.Irsa
            ? new DataAwsIamRole(stack, "ControllerRole", new DataAwsIamRoleConfig { Name = FleetNames.ControllerRole(fleet, cluster) }).Arn
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
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. fleet.Clusters[cluster].ControllerBindings.Select(ToManifest)];

        TargetGroupBinding ToManifest(BindingSpec binding)
        {
            var isLookedUp = !BindingManifest.IsByName(binding) && binding.ExistingTargetGroup is null;
            var arn = isLookedUp ? LookUp(binding) : binding.ExistingTargetGroup?.Arn;
            if (fleet.Clusters[cluster].HasAutoModeController && binding.ExistingTargetGroup is { Arn: { } existing })
            {
                RequireTag(stack, cluster, binding.EffectiveName, existing);
            }

            var isByGroup = BindingManifest.LetsLoadBalancerIn(binding) && !BindingLocation.IsLetInByCidr(fleet, cluster, binding.LoadBalancer);
            var group = isByGroup ? Once(groups, binding.LoadBalancer!, SecurityGroup) : null;
            var role = BindingLocation.IsOtherAccount(fleet, cluster, binding) ? Once(roles, binding.LoadBalancer!, TargetRole) : null;
            var manifest = BindingManifest.Of(fleet, cluster, binding, arn, group, role);
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
            var targetGroup = TargetGroupOf(stack, fleet, cluster, binding);
            onTargetGroup?.Invoke(targetGroup);
            return targetGroup.Arn;
        }

        string SecurityGroup(string loadBalancer) => SecurityGroupOf(stack, new Construct(stack, $"LoadBalancer-{loadBalancer}"), fleet, loadBalancer);

        string TargetRole(string loadBalancer) => TargetRoleOf(stack, fleet, cluster, loadBalancer);
    }

    /// <summary>Requires the tag at a target group that the fleet does not tag, without which EKS Auto Mode registers no targets.</summary>
    private static void RequireTag(FleetStack stack, string cluster, string binding, string arn) =>
        _ = new DataAwsLbTargetGroup(
            stack,
            $"ExistingTargetGroup-{binding}",
            new DataAwsLbTargetGroupConfig
            {
                Arn = arn,
                Lifecycle = new TerraformResourceLifecycle
                {
                    Postcondition = new[]
                    {
                        new Postcondition
                        {
                            Condition = $"${{lookup(self.tags, \"{AutoModeController.ClusterTag}\", \"\") == \"{cluster}\"}}",
                            ErrorMessage =
                                $"Target group {arn} has no tag {AutoModeController.ClusterTag}: {cluster}, without which EKS Auto Mode registers no "
                                + "targets in it. Tag it, then plan again.",
                        },
                    },
                },
            }
        );

    /// <summary>What is found once for each load balancer.</summary>
    private static string Once(Dictionary<string, string> found, string loadBalancer, Func<string, string> find)
    {
        if (!found.TryGetValue(loadBalancer, out var value))
        {
            found[loadBalancer] = value = find(loadBalancer);
        }

        return value;
    }
}
