using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.Release;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the Helm release of namespaces that are created where they are missing. A namespace that somebody else created stays as it is. None is ever
/// deleted: what is in it would go with it. They stay when a name is taken out, and when the release is removed.
/// </summary>
public class NamespaceRelease : Construct
{
    /// <summary>Name of every release of namespaces.</summary>
    internal const string Name = "aws-lb-controller-namespaces";

    /// <summary>Version of the chart that ships with this library; a test compares it with <c>Chart.yaml</c>.</summary>
    internal const string ChartVersion = "1.0.0";

    /// <summary>Defines the release.</summary>
    /// <exception cref="ConstructException">There is no namespace, or one of them has a name that Kubernetes refuses.</exception>
    public NamespaceRelease(Construct scope, string id, NamespaceReleaseProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Namespaces), Limit.Entries(props.Namespaces.Count, 1, int.MaxValue));
        Property.RequireEach(this, nameof(props.Namespaces), props.Namespaces, KubernetesLimits.DnsLabel);
        var chart = ShippedChart.In(this, Name);
        Dependable = new Release(
            this,
            "Default",
            new ReleaseConfig
            {
                Name = Name,
                Namespace = ControllerRole.ServiceAccount.Namespace,
                CreateNamespace = true,
                Chart = chart,
                Version = ChartVersion,
                Values = [Fn.Yamlencode(new Dictionary<string, object> { ["namespaces"] = props.Namespaces.ToArray() })],
                UpgradeInstall = true,
                // Not cleanup_on_fail: it deletes what an upgrade created before it failed, also what must be kept.
                MaxHistory = ControllerRelease.ReleaseHistory,
                DependsOn = props.Guard is { } guard ? [guard.Releases] : null,
            }
        );
    }

    /// <summary>What needs the namespaces waits for this.</summary>
    internal ITerraformDependable Dependable { get; }
}
