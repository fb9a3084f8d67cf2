using System.Globalization;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the Secret in the root cluster that registers a cluster with Argo CD. It contains the cluster's endpoint and authentication; its labels
/// and annotations, which ApplicationSets read, define what to install there.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
public class ClusterRegistration : Construct
{
    /// <summary>Defines a Secret.</summary>
    /// <exception cref="ConstructException">A name, a label or an annotation is outside Kubernetes', Argo CD's or AWS's limits.</exception>
    public ClusterRegistration(Construct scope, string id, ClusterRegistrationProps props)
        : base(scope, id)
    {
        ClusterRegistrationChecks.Check(this, props);

        var annotations = RegistrationAnnotations.Of(props);
        Property.Require(this, nameof(props.Annotations), KubernetesLimits.Annotations(annotations));

        SecretName = props.SecretName;
        _ = new Secret(
            this,
            "Default",
            new SecretConfig
            {
                Provider = props.Provider,
                Metadata = new SecretMetadata
                {
                    Name = props.SecretName,
                    Namespace = props.Namespace,
                    Labels = Labels(props),
                    Annotations = annotations.Count > 0 ? annotations : null,
                },
                Data = Data(props, props.Connection),
                Type = "Opaque",
                Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = Ignored(props.Connection) },
            }
        );
    }

    /// <summary>Name of the Secret.</summary>
    public string SecretName { get; }

    private static string[] Ignored(ClusterConnection connection) =>
        connection is EksCapability ? [.. ArgoCdWrites.Addresses, ArgoCdWrites.ConfigAddress] : [.. ArgoCdWrites.Addresses];

    private static Dictionary<string, string> Labels(ClusterRegistrationProps props)
    {
        var labels = new Dictionary<string, string>
        {
            ["argocd.argoproj.io/secret-type"] = "cluster",
            ["environment"] = props.Environment,
            [ClusterLabels.Enabled] = props.ControllerEnabled ? "true" : "false",
        };
        if (!props.InstallController)
        {
            labels[ClusterLabels.InstallController] = "false";
        }

        if (props.Fleet is { } fleet)
        {
            labels[ClusterLabels.Fleet] = fleet;
        }

        if (props.TargetGroupArnSuffix is { } suffix)
        {
            // An ARN is no label value, so its name and id travel separately and an ApplicationSet joins them again.
            var parts = Fn.Split("/", suffix);
            labels["aws-lb-controller/targetgroup-name"] = (string)Fn.Element(parts, 1);
            labels["aws-lb-controller/targetgroup-id"] = (string)Fn.Element(parts, 2);
        }

        foreach (var (key, value) in props.Labels)
        {
            labels[key] = value;
        }

        return labels;
    }

    private static Dictionary<string, string> Data(ClusterRegistrationProps props, ClusterConnection connection)
    {
        var data = new Dictionary<string, string> { ["name"] = props.ClusterName, ["server"] = connection.Server };
        if (connection.Config(props.EksClusterName ?? props.ClusterName) is { } config)
        {
            data["config"] = config;
        }

        if (props.Namespaces.Count > 0)
        {
            data["namespaces"] = string.Join(',', props.Namespaces);
        }

        // Argo CD takes a missing one for false, and writes none itself when it is.
        if (props.ClusterResources)
        {
            data["clusterResources"] = "true";
        }

        if ((props.Project ?? connection.DefaultProject) is { } project)
        {
            data["project"] = project;
        }

        if (props.Shard is { } shard)
        {
            data["shard"] = shard.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }
}
