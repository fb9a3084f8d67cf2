using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks whether the controller, in the version chosen, accepts the TargetGroupBinding of a binding.</summary>
internal sealed class TargetGroupBindingChecks(FleetSpec fleet, string clusterName, BindingSpec binding, TargetGroupSpec group, FaultScope scope)
{
    private const string AnyRole = "any";

    /// <summary>Adds the errors of values that do not depend on the target group.</summary>
    public static void CheckValues(BindingSpec binding, FaultScope scope)
    {
        if (binding.NodeSelector is { } selector)
        {
            CheckSelector(selector, scope.At(binding.NodeSelector));
        }

        if (binding.ExistingTargetGroup is { } existing)
        {
            CheckExisting(existing, scope.At(binding.ExistingTargetGroup));
        }
    }

    /// <summary>Adds the errors of the binding beside its target group.</summary>
    public void Check()
    {
        scope.Check(binding.NodeSelector, _ => TargetGroupBindingLimits.NodeSelectorOf(group.TargetType));
        NetworkingChecks.CheckPorts(binding, group, scope);
        CheckVersion();
    }

    private static void CheckSelector(NodeSelectorSpec selector, FaultScope at)
    {
        foreach (var (key, value) in selector.MatchLabels)
        {
            var label = at.At(selector.MatchLabels).Entry(key);
            label.AddBeside(KubernetesLimits.LabelKey(key));
            label.AddBeside(KubernetesLimits.LabelValue(value));
        }

        foreach (var (index, requirement) in selector.MatchExpressions.Index())
        {
            var entry = at.At(selector.MatchExpressions).Entry(index);
            entry.Check(requirement.Key, KubernetesLimits.LabelKey);
            entry
                .At(requirement.Values)
                .AddIf(TargetGroupBindingLimits.RequirementValues(requirement.Operator, requirement.Values.Count), entry.At(requirement.Operator));
            entry.CheckEach(requirement.Values, KubernetesLimits.LabelValue);
        }
    }

    private static void CheckExisting(ExistingTargetGroupSpec existing, FaultScope at)
    {
        at.Check(existing.Vpc, TargetGroupBindingLimits.VpcId);
        var type = at.At(existing.TargetType);
        at.At(existing.Protocol).AddIf(TargetGroupBindingLimits.Protocol(existing.TargetType, existing.Protocol), type);
        if (existing.AssumeRole is { } assumeRole)
        {
            var role = at.At(existing.AssumeRole);
            role.At(assumeRole.Role).AddIf(TargetGroupBindingLimits.RoleToAssume(existing.TargetType, assumeRole.Role), type);
            role.Check(assumeRole.Role, AwsLimits.RoleArn);
            role.Check(assumeRole.ExternalId, IamLimits.ExternalId);
        }
    }

    /// <summary>Fields that the controller is too old for.</summary>
    private void CheckVersion()
    {
        if (ControllerChecks.ChartOf(fleet, clusterName, scope.Root) is not { } chart)
        {
            return;
        }

        // The ARN and the security group are known to Terraform only, and every controller supports both.
        var manifest = BindingManifest.Of(
            fleet,
            clusterName,
            binding,
            targetGroupArn: null,
            loadBalancerGroupId: null,
            BindingLocation.IsOtherAccount(fleet, clusterName, binding) ? AnyRole : null
        );
        foreach (var (property, fault) in TargetGroupBindingLimits.Fields(manifest, ControllerChart.ControllerOf(chart), chart))
        {
            KeyOf(property).Add(ElsewhereFault(property) ?? fault);
        }
    }

    /// <summary>The fields for target groups elsewhere follow from where the load balancer is.</summary>
    private string? ElsewhereFault(string property)
    {
        if (!fleet.Clusters[clusterName].HasAutoModeController || binding.LoadBalancer is not { } name)
        {
            return null;
        }

        var (source, cluster) = (FleetLocation.OfLoadBalancer(fleet, name), FleetLocation.OfCluster(fleet, clusterName));
        return property switch
        {
            nameof(TargetGroupBinding.VpcId) =>
                $"must be in VPC {cluster.Vpc}, where the cluster is: the controller of EKS Auto Mode registers targets in no other, "
                    + $"got '{name}' in {source.Vpc}",
            nameof(TargetGroupBinding.IamRoleArnToAssume) =>
                $"must be in account {cluster.Account}, where the cluster is: the controller of EKS Auto Mode assumes no role of another, "
                    + $"got '{name}' in {source.Account}",
            _ => null,
        };
    }

    /// <summary>The key that makes a TargetGroupBinding have a property.</summary>
    private FaultScope KeyOf(string property) =>
        property switch
        {
            nameof(TargetGroupBinding.NodeSelector) => scope.At(binding.NodeSelector),
            nameof(TargetGroupBinding.Networking) => scope.At(binding.Networking),
            _ when binding.ExistingTargetGroup is { } existing => KeyOf(property, existing, scope.At(binding.ExistingTargetGroup)),
            nameof(TargetGroupBinding.TargetGroupName) => scope.At(binding.Reference),
            // These follow from where the load balancer is.
            nameof(TargetGroupBinding.VpcId) or nameof(TargetGroupBinding.IamRoleArnToAssume) or nameof(TargetGroupBinding.AssumeRoleExternalId) => scope.At(
                binding.LoadBalancer
            ),
            _ when binding.TargetGroupRef is not null => scope.At(binding.TargetGroupRef),
            nameof(TargetGroupBinding.IpAddressType) => scope.At(binding.TargetGroup.IpAddressType),
            nameof(TargetGroupBinding.MultiClusterTargetGroup) => scope.At(binding.TargetGroup.Shared),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "is not a property that a binding can have"),
        };

    private static FaultScope KeyOf(string property, ExistingTargetGroupSpec existing, FaultScope at) =>
        property switch
        {
            nameof(TargetGroupBinding.TargetGroupName) => at.At(existing.Name),
            nameof(TargetGroupBinding.IpAddressType) => at.At(existing.IpAddressType),
            nameof(TargetGroupBinding.MultiClusterTargetGroup) => at.At(existing.Shared),
            nameof(TargetGroupBinding.VpcId) => at.At(existing.Vpc),
            nameof(TargetGroupBinding.TargetGroupProtocol) => at.At(existing.Protocol),
            nameof(TargetGroupBinding.IamRoleArnToAssume) => at.At(existing.AssumeRole!.Role),
            nameof(TargetGroupBinding.AssumeRoleExternalId) => at.At(existing.AssumeRole!.ExternalId),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "is not a property of an existing target group"),
        };
}
