using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.DataHelmTemplate;
using HashiCorp.Cdktf.Providers.Helm.Release;
using Mooring.Errors;
using Mooring.Identity;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the Helm release of the custom resource definitions that a version of the controller's chart has. Helm itself installs them once and
/// never updates them, and an API server drops fields that they do not have. The release updates them before the controller, and never replaces
/// newer ones with older ones. They stay in the cluster when the release is removed.
/// </summary>
/// <remarks>Terraform reads them from the chart when it plans, without the cluster.</remarks>
public class ControllerCrds : Construct
{
    /// <summary>Name of every release of the definitions.</summary>
    internal const string Name = "aws-lb-controller-crds";

    /// <summary>Version of the chart that ships with this library; a test compares it with <c>Chart.yaml</c>.</summary>
    internal const string ChartVersion = "1.0.0";

    private const string Separator = "\n---\n";

    /// <summary>Defines the release.</summary>
    /// <exception cref="ConstructException">The version is not one version of the controller's chart.</exception>
    public ControllerCrds(Construct scope, string id, ControllerCrdsProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.ControllerChartVersion), ControllerLimits.ChartVersion(props.ControllerChartVersion));
        var crds = Fn.Join(Separator, Template(props.ControllerChartVersion).Crds);
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
                Values =
                [
                    Fn.Yamlencode(
                        new Dictionary<string, object>
                        {
                            ["chart"] = ControllerChart.Name,
                            ["version"] = props.ControllerChartVersion,
                            ["sha256"] = Fn.Sha256(crds),
                        }
                    ),
                ],
                // Sensitive, because a plan would show some 4,000 lines.
                SetSensitive = new[]
                {
                    new ReleaseSetSensitive
                    {
                        Name = "crds",
                        Type = "string",
                        Value = Fn.Base64encode(crds),
                    },
                },
                // The definitions that the controller's chart installed before belong to no release.
                TakeOwnership = true,
                UpgradeInstall = true,
                MaxHistory = ControllerRelease.ReleaseHistory,
                DependsOn = props.Guard is { } guard ? [guard.Releases] : null,
            }
        );
    }

    /// <summary>What the controller's release waits for.</summary>
    internal ITerraformDependable Dependable { get; }

    private DataHelmTemplate Template(string version) =>
        new(
            this,
            "Template",
            new DataHelmTemplateConfig
            {
                Name = ControllerRelease.Name,
                Namespace = ControllerRole.ServiceAccount.Namespace,
                Repository = ControllerChart.Repository,
                Chart = ControllerChart.Name,
                Version = version,
                // The chart requires a name, which no custom resource definition contains.
                Values = [Fn.Yamlencode(new Dictionary<string, object> { ["clusterName"] = "crds" })],
                // Any other template would put a new private key into the state at each plan.
                ShowOnly = ["templates/serviceaccount.yaml"],
            }
        );
}
