using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.Release;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the Helm release of a cluster's TargetGroupBindings. Its chart ships with this library and is copied into the
/// output directory of the stack, so that it travels with the Terraform that names it.
/// </summary>
public class TargetGroupBindingRelease : Construct
{
    /// <summary>Label that excludes a node from all target groups.</summary>
    public const string ExcludeNodeLabel = "exclude-from-lb-targetgroups";

    private readonly Release _release;

    /// <summary>Defines a release.</summary>
    /// <exception cref="ConstructException">
    /// There is no binding, or one of them has what Kubernetes or the controller would refuse, or what an older controller does
    /// not know.
    /// </exception>
    public TargetGroupBindingRelease(Construct scope, string id, TargetGroupBindingReleaseProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Bindings), Limit.Entries(props.Bindings.Count, 1, int.MaxValue));
        foreach (var (property, fault) in Faults(props))
        {
            Property.Require(this, property, fault);
        }

        var chart = ShippedChart.In(this, props.Bindings.Any(binding => binding.Controller == ControllerKind.AutoMode) ? AutoModeChartName : ChartName);
        _release = new Release(
            this,
            "Default",
            new ReleaseConfig
            {
                Name = ReleaseName,
                // The TargetGroupBindings name their own namespaces, which may be several; the release itself is kept with
                // the controller.
                Namespace = ControllerRole.ServiceAccount.Namespace,
                CreateNamespace = true,
                Chart = chart,
                Values = [Fn.Yamlencode(new Dictionary<string, object> { ["bindings"] = props.Bindings.Select(TargetGroupBindingValues.Of).ToArray() })],
                // Without the version, an upgrade that installs a missing release would give the provider another chart than it planned.
                Version = ChartVersion,
                UpgradeInstall = true,
                TakeOwnership = props.TakeOwnership ? true : null,
                CleanupOnFail = true,
                MaxHistory = ControllerRelease.ReleaseHistory,
                DependsOn = Dependencies(props),
            }
        );
    }

    /// <summary>Name of the chart that ships with this library.</summary>
    internal const string ChartName = "targetgroupbindings";

    /// <summary>Name of the chart that also knows the bindings of EKS Auto Mode; it is named like the other one in its own files.</summary>
    internal const string AutoModeChartName = "targetgroupbindings-auto-mode";

    /// <summary>Version of the chart that ships with this library; a test compares it with <c>Chart.yaml</c>.</summary>
    internal const string ChartVersion = "1.2.0";

    /// <summary>Name of the release.</summary>
    public string ReleaseName { get; } = Name;

    /// <summary>Name of every release of bindings.</summary>
    internal const string Name = "targetgroupbindings";

    /// <summary>The release, for what must be destroyed before it.</summary>
    internal ITerraformDependable Dependable => _release;

    private static ITerraformDependable[]? Dependencies(TargetGroupBindingReleaseProps props)
    {
        IEnumerable<ITerraformDependable> controller = props.Controller is null ? [] : [props.Controller.Dependable];
        IEnumerable<ITerraformDependable> guard = props.Guard is null ? [] : [props.Guard.Releases, .. props.Guard.Namespaces];
        ITerraformDependable[] dependencies = [.. controller, .. guard];
        return dependencies.Length > 0 ? dependencies : null;
    }

    private static IEnumerable<(string Property, string Fault)> Faults(TargetGroupBindingReleaseProps props)
    {
        var chartVersion = props.ControllerVersion is null ? props.Controller?.ChartVersion ?? ControllerChart.DefaultVersion : null;
        var controller = props.ControllerVersion ?? ControllerChart.ControllerOf(chartVersion!);
        return props
            .Bindings.SelectMany(TargetGroupBindingLimits.Rules)
            .Concat(props.Bindings.SelectMany(binding => TargetGroupBindingLimits.Fields(binding, controller, chartVersion)))
            .Concat(TargetGroupBindingLimits.Together(props.Bindings, controller, chartVersion));
    }
}
