using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the Fargate profiles of a cluster, and what runs on them.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="name">Name of the cluster.</param>
/// <param name="scope">The cluster's scope.</param>
internal sealed class FargateChecks(FleetSpec fleet, string name, FaultScope scope)
{
    private readonly ClusterSpec _cluster = fleet.Clusters[name];

    /// <summary>Adds the errors of the profiles.</summary>
    public void Check()
    {
        var profiles = scope.At(_cluster.FargateProfiles);
        foreach (var (profileName, profile) in _cluster.FargateProfiles)
        {
            CheckProfile(profileName, profile, profiles.Entry(profileName));
        }

        if (!profiles.IsFaulty && FargatePods.ProfileOf(_cluster, ControllerRole.ServiceAccount.Namespace) is { } controller)
        {
            CheckController(profiles.Entry(controller));
        }
    }

    /// <summary>Adds the error of a binding of nodes whose Service has its pods on Fargate.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/fargate.html#fargate-considerations"/>
    public static void CheckBinding(ClusterSpec cluster, BindingSpec binding, TargetGroupSpec group, FaultScope targetType)
    {
        if (group.TargetType == TargetType.Instance && FargatePods.ProfileOf(cluster, binding.Service.Namespace) is { } profile)
        {
            targetType.Add(
                $"must be 'ip': the pods of namespace '{binding.Service.Namespace}' run on Fargate with profile '{profile}', where load balancers reach them "
                    + "by their addresses alone, got 'instance'"
            );
        }
    }

    private void CheckProfile(string profileName, FargateProfileSpec profile, FaultScope at)
    {
        at.CheckName(profileName, FargateLimits.Name);
        at.Check(profile.Selectors, selectors => FargateLimits.Selectors(selectors.Count));
        foreach (var (index, selector) in profile.Selectors.Index())
        {
            CheckSelector(selector, at.At(profile.Selectors).Entry(index));
        }

        at.CheckEach(profile.Subnets, AwsLimits.SubnetId);
        at.Check(profile.Subnets, Limit.NoneTwice);
        if (profile.Subnets.Count == 0 && _cluster.Subnets.Count == 0 && !scope.At(_cluster.Subnets).IsFaulty)
        {
            at.At(profile.Subnets).As(ErrorCodes.Missing).Add("is required for a cluster without 'subnets'");
        }
    }

    private static void CheckSelector(FargateSelectorSpec selector, FaultScope at)
    {
        at.Check(selector.Namespace, FargateLimits.Namespace);
        at.Check(selector.Labels, labels => FargateLimits.Labels(labels.Count));
        foreach (var (key, value) in selector.Labels)
        {
            at.At(selector.Labels).Entry(key).AddBeside(FargateLimits.LabelKey(key));
            at.At(selector.Labels).Entry(key).AddBeside(FargateLimits.LabelValue(value));
        }
    }

    /// <summary>The Pod Identity agent is a DaemonSet, and Fargate runs none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html#pod-id-considerations"/>
    private void CheckController(FaultScope at)
    {
        if (
            !scope.Root.At(fleet.Controller).IsIncomplete
            && ClusterController.IsInstalled(fleet, name)
            && ClusterController.Of(fleet, name).Identity == WorkloadIdentity.PodIdentity
        )
        {
            at.AddBeside(
                $"must not select namespace '{ControllerRole.ServiceAccount.Namespace}' with 'controller.identity: podIdentity': Fargate does not run the "
                    + "Pod Identity agent, and the controller would have no credentials"
            );
        }
    }
}
