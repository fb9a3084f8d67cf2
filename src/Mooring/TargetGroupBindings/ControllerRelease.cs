using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.Release;
using Mooring.Errors;
using Mooring.Identity;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the Helm release of the AWS Load Balancer Controller, set up to serve TargetGroupBindings and nothing else: it
/// takes no Ingress and no Service of type LoadBalancer for its own.
/// </summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/"/>
public class ControllerRelease : Construct
{
    /// <summary>Name of every release of the controller.</summary>
    internal static string Name { get; } = ControllerRole.ServiceAccount.Name;

    /// <summary>Revisions of a release that Helm keeps in the cluster. Helm's default keeps all, one Secret each.</summary>
    internal const int ReleaseHistory = 10;

    private readonly Release _release;

    /// <summary>Defines a controller's release.</summary>
    /// <exception cref="ConstructException">A property is outside the chart's limits.</exception>
    public ControllerRelease(Construct scope, string id, ControllerReleaseProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.ChartVersion), ControllerLimits.ChartVersion(props.ChartVersion));
        Property.Require(this, nameof(props.ImageRepository), ControllerLimits.ImageRepository(props.ImageRepository));
        Property.Require(this, nameof(props.ReplicaCount), props.ReplicaCount is { } count ? ControllerLimits.ReplicaCount(count) : null);
        Property.Require(this, nameof(props.Timeout), ControllerLimits.Timeout(props.Timeout));
        Property.Require(this, nameof(props.Resources), ControllerLimits.Resources(props.Resources));
        foreach (var (property, fault) in SchedulingLimits.Rules(props).Concat(ReservedValues.Rules(props.Values)))
        {
            Property.Require(this, property, fault);
        }

        (ChartVersion, ControllerVersion) = (props.ChartVersion, ControllerChart.ControllerOf(props.ChartVersion));
        _release = new Release(
            this,
            "Default",
            new ReleaseConfig
            {
                Name = Name,
                Namespace = ControllerRole.ServiceAccount.Namespace,
                CreateNamespace = true,
                Repository = ControllerChart.Repository,
                Chart = ControllerChart.Name,
                Version = props.ChartVersion,
                Values = [Fn.Yamlencode(ControllerValues.Of(props)), .. Further(props)],
                // A first install that failed leaves a release in the cluster that is not in the state: the next apply takes it up.
                UpgradeInstall = true,
                TakeOwnership = props.TakeOwnership ? true : null,
                Timeout = props.Timeout.TotalSeconds,
                MaxHistory = ReleaseHistory,
                SkipCrds = props.Crds is null ? null : true,
                DependsOn = Dependencies(props),
            }
        );
    }

    /// <summary>Name of the release.</summary>
    public string ReleaseName { get; } = Name;

    /// <summary>Version of the chart.</summary>
    public string ChartVersion { get; }

    /// <summary>Version of the controller that the chart ships, where it is known.</summary>
    public ControllerVersion? ControllerVersion { get; }

    /// <summary>What a release of bindings waits for: without the controller its custom resource does not exist.</summary>
    internal ITerraformDependable Dependable => _release;

    /// <summary>A document of its own, which Helm merges over the first one. JSON is YAML.</summary>
    private static string[] Further(ControllerReleaseProps props) => props.Values.Count == 0 ? [] : [ChartValue.Of(ChartValues.Node(props.Values)).Json];

    private static ITerraformDependable[]? Dependencies(ControllerReleaseProps props)
    {
        IEnumerable<ITerraformDependable> crds = props.Crds is null ? [] : [props.Crds.Dependable];
        IEnumerable<ITerraformDependable> guard = props.Guard is null ? [] : [props.Guard.Releases];
        ITerraformDependable[] dependencies = [.. crds, .. guard];
        return dependencies.Length > 0 ? dependencies : null;
    }
}
