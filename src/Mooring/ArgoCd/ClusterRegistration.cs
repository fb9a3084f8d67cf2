using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;
using Mooring.Errors;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the Secret in the root cluster that registers a cluster with Argo CD. It contains the cluster's endpoint and authentication; its labels
/// and annotations, which ApplicationSets read, define what to install there.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
public class ClusterRegistration : Construct
{
    /// <summary>ARNs have nothing to escape, and what is not escaped can be read in a diff.</summary>
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Defines a Secret.</summary>
    /// <exception cref="ConstructException">A name, a label or an annotation is outside Kubernetes', Argo CD's or AWS's limits.</exception>
    public ClusterRegistration(Construct scope, string id, ClusterRegistrationProps props)
        : base(scope, id)
    {
        ClusterRegistrationChecks.Check(this, props);

        var annotations = Annotations(props);
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

        return With(labels, props.Labels);
    }

    private static Dictionary<string, string> Annotations(ClusterRegistrationProps props)
    {
        var annotations = new Dictionary<string, string>();
        Add(ClusterAnnotations.Application, props.Application);
        Add(ClusterAnnotations.ClusterName, props.EksClusterName == props.ClusterName ? null : props.EksClusterName);
        Add(ClusterAnnotations.AccountId, props.AccountId);
        Add(ClusterAnnotations.Partition, props.Partition);
        Add(ClusterAnnotations.Region, props.Region);
        Add(ClusterAnnotations.VpcId, props.VpcId);
        Add(ClusterAnnotations.RoleArn, props.ControllerRoleArn);
        Add(ClusterAnnotations.ChartVersion, props.Controller?.ChartVersion);
        Add(ClusterAnnotations.ControllerConfig, props.Controller is { } config ? Json(ControllerValues.ConfigOf(config.ChartVersion)) : null);
        Add(ClusterAnnotations.Resources, props.Controller is { } controller ? Json(ControllerValues.ResourcesOf(controller.Resources)) : null);
        Add(ClusterAnnotations.OnRemoval, props.OnRemoval?.Word());
        // The tokens in it are ARNs, which need no escaping in a JSON string. So C# can write the JSON, in the order of the chart's values and
        // without calls to jsii, and Terraform only inserts the ARNs.
        Add(ClusterAnnotations.Bindings, props.Bindings is { } bindings ? Json(bindings.Select(TargetGroupBindingValues.Of)) : null);
        return With(annotations, props.Annotations);

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                annotations[key] = value;
            }
        }
    }

    private static string Json(object values) => JsonSerializer.Serialize(values, s_json);

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

    private static Dictionary<string, string> With(Dictionary<string, string> own, IReadOnlyDictionary<string, string> users)
    {
        foreach (var (key, value) in users)
        {
            own[key] = value;
        }

        return own;
    }
}
