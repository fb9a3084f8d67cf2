using Mooring.ArgoCd;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the annotations of the Secret that registers a cluster: the user's and Mooring's own together, of which the bindings grow with the cluster.
/// </summary>
internal static class AnnotationChecks
{
    // What only AWS knows is as long as it can be.
    private const string Id = "0123456789abcdef0";

    /// <summary>Adds the error of a cluster whose bindings have none.</summary>
    public static void Check(FleetSpec fleet, string name, FaultScope scope)
    {
        var registration = fleet.Clusters[name].Registration;
        if (FleetRegistrations.IsRegistered(fleet, name) && KubernetesLimits.Annotations(RegistrationAnnotations.Of(PropsOf(fleet, name))) is { } fault)
        {
            var isOwn =
                KubernetesLimits.Annotations(RegistrationAnnotations.Of(PropsOf(fleet, name) with { Annotations = new Dictionary<string, string>() }))
                is not null;
            var cluster = fleet.Clusters[name];
            (isOwn ? scope.At(cluster.Bindings) : scope.At(cluster.Registration).At(registration.Annotations)).Add(
                $"{(isOwn ? "give the Secret of the cluster annotations that" : "and Mooring's own annotations")} {fault}"
            );
        }
    }

    private static ClusterRegistrationProps PropsOf(FleetSpec fleet, string name)
    {
        var cluster = fleet.Clusters[name];
        var location = FleetLocation.OfCluster(fleet, name);
        var installs = ClusterController.IsInstalled(fleet, name);
        var isArgoCd = cluster.Delivery == Delivery.ArgoCd;
        return new()
        {
            SecretName = name,
            ClusterName = FleetNames.ClusterSecret(fleet, name),
            EksClusterName = name,
            Connection = new InCluster(),
            Environment = fleet.Environment,
            ControllerEnabled = isArgoCd,
            Application = FleetNames.Application(fleet, name),
            AccountId = LongestArns.Account,
            Partition = LongestArns.Partition,
            Region = location.Region,
            VpcId = location.Vpc,
            ControllerRoleArn = installs ? LongestArns.Role(fleet, FleetNames.ControllerRole(fleet, name)) : null,
            Controller = isArgoCd && installs ? ClusterController.RegisteredReleaseOf(fleet, name) : null,
            CreatedNamespaces = isArgoCd ? BoundNamespaces.Created(cluster) : [],
            OnRemoval = isArgoCd ? cluster.Registration.OnRemoval : null,
            Bindings = [.. cluster.ControllerBindings.Select(binding => ManifestOf(fleet, name, binding))],
            Annotations = cluster.Registration.Annotations,
        };
    }

    private static TargetGroupBinding ManifestOf(FleetSpec fleet, string name, BindingSpec binding)
    {
        var region = FleetLocation.OfCluster(fleet, name).Region;
        var targetGroup = $"targetgroup/{FleetNames.TargetGroup(fleet, name, binding)}/{Id[1..]}";
        var arn = $"arn:{LongestArns.Partition}:elasticloadbalancing:{region}:{LongestArns.Account}:{targetGroup}";
        return BindingManifest.Of(
            fleet,
            name,
            binding,
            BindingManifest.IsByName(binding) ? null : binding.ExistingTargetGroup?.Arn ?? arn,
            BindingManifest.LetsLoadBalancerIn(binding) ? $"sg-{Id}" : null,
            BindingLocation.IsOtherAccount(fleet, name, binding) ? LongestArns.Role(fleet, FleetNames.TargetRole(fleet, binding.LoadBalancer!, name)) : null
        );
    }
}
