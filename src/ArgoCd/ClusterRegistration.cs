using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the Secret in the root cluster that tells Argo CD of a cluster: how to reach it, and in its labels, which
/// ApplicationSets read, what to install there.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
public class ClusterRegistration : Construct
{
    /// <summary>Defines a Secret.</summary>
    /// <exception cref="ArgumentException">A name or a label is outside Kubernetes' limits.</exception>
    public ClusterRegistration(Construct scope, string id, ClusterRegistrationProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));
        Limit.Require(nameof(props.Environment), KubernetesLimits.LabelValue(props.Environment));

        SecretName = props.SecretName;
        _ = new Secret(this, "Default", new SecretConfig
        {
            Provider = props.Provider,
            Metadata = new SecretMetadata
            {
                Name = props.SecretName,
                Namespace = props.Namespace,
                Labels = Labels(props),
            },
            Data = new Dictionary<string, string>
            {
                ["name"] = props.ClusterName,
                ["server"] = props.ClusterEndpoint,
                ["config"] = Config(props),
            },
            Type = "Opaque",
        });
    }

    /// <summary>Name of the Secret.</summary>
    public string SecretName { get; }

    private static Dictionary<string, string> Labels(ClusterRegistrationProps props)
    {
        var labels = new Dictionary<string, string>
        {
            ["argocd.argoproj.io/secret-type"] = "cluster",
            ["environment"] = props.Environment,
            ["aws-lb-controller/enabled"] = props.ControllerEnabled ? "true" : "false",
        };

        if (props.TargetGroupArnSuffix is { } suffix)
        {
            // An ARN is no label value, so its name and id travel separately and an ApplicationSet joins them again.
            var parts = Fn.Split("/", suffix);
            labels["aws-lb-controller/targetgroup-name"] = (string)Fn.Element(parts, 1);
            labels["aws-lb-controller/targetgroup-id"] = (string)Fn.Element(parts, 2);
        }

        return labels;
    }

    private static string Config(ClusterRegistrationProps props) => Fn.Jsonencode(new Dictionary<string, object>
    {
        ["awsAuthConfig"] = new Dictionary<string, object>
        {
            ["clusterName"] = props.EksClusterName ?? props.ClusterName,
            ["roleARN"] = props.AccessRoleArn,
        },
        ["tlsClientConfig"] = new Dictionary<string, object>
        {
            ["insecure"] = false,
            ["caData"] = props.ClusterCertificateAuthorityData,
        },
    });
}
