using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>
/// What the chart of the AWS Load Balancer Controller renders, as far as Argo CD treats it differently: definitions, a Deployment, webhook configurations,
/// and a certificate that is another one each time, unless the values have one or cert-manager makes it.
/// </summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/helm/aws-load-balancer-controller"/>
internal static class ControllerChart
{
    /// <summary>The repository of the chart.</summary>
    public const string Repository = "https://aws.github.io/eks-charts";

    /// <summary>Its name.</summary>
    public const string Name = "aws-load-balancer-controller";

    /// <summary>Name of the webhook configurations.</summary>
    public const string Webhooks = "aws-load-balancer-webhook";

    /// <summary>Name of the Secret with the certificate of the webhooks.</summary>
    public const string Certificate = "aws-load-balancer-tls";

    /// <summary>The definition that Argo CD reports as degraded after a change to an older controller.</summary>
    public const string ParametersDefinition = "ingressclassparams.elbv2.k8s.aws";

    /// <summary>The definition of bindings.</summary>
    public const string BindingsDefinition = "targetgroupbindings.elbv2.k8s.aws";

    /// <summary>The resources.</summary>
    /// <param name="version">The version of the chart.</param>
    /// <param name="values">The values.</param>
    /// <param name="space">The namespace of the release.</param>
    /// <param name="generated">A certificate for this rendering.</param>
    /// <exception cref="ManifestException">The values lack the name of the cluster.</exception>
    public static IReadOnlyList<ManagedResource> Render(string version, JsonObject values, string space, string generated)
    {
        if (values.TextAt("clusterName") is not { Length: > 0 } cluster)
        {
            throw new ManifestException($"execution error at ({Name}/templates/deployment.yaml): Chart cannot be installed without a valid clusterName!");
        }

        var account = values.TextAt("serviceAccount", "name") ?? Name;
        var isManaged = values.IsTrueAt("enableCertManager");
        var certificate = isManaged ? null : values.TextAt("webhookTLS", "caCert") ?? generated;
        var deployment = new JsonObject
        {
            ["version"] = version,
            ["clusterName"] = cluster,
            ["values"] = Essential(values),
        };
        return
        [
            Definition(BindingsDefinition, version),
            Definition(ParametersDefinition, version),
            new("", "ServiceAccount", space, account, new() { ["annotations"] = values.At("serviceAccount", "annotations")?.DeepClone() }),
            new("rbac.authorization.k8s.io", "ClusterRole", null, $"{account}-role", new() { ["version"] = version }),
            new("rbac.authorization.k8s.io", "ClusterRoleBinding", null, $"{account}-rolebinding", []),
            new("", "Service", space, "aws-load-balancer-webhook-service", []),
            .. certificate is null ? Array.Empty<ManagedResource>() : [new("", "Secret", space, Certificate, new() { ["data"] = certificate })],
            new("apps", ManagedResource.Deployment, space, account, deployment),
            Configuration("MutatingWebhookConfiguration", Mutating(version, values), certificate),
            Configuration("ValidatingWebhookConfiguration", Validating(values), certificate),
        ];
    }

    /// <summary>
    /// The mutating webhooks. The chart of controller 3.5.0 has more than that of 2.9.2, so that some disappear when the version goes back.
    /// </summary>
    private static IEnumerable<string> Mutating(string version, JsonObject values) =>
        [
            "mpod.elbv2.k8s.aws",
            .. IsNew(version) ? ["quicid.elbv2.k8s.aws"] : Array.Empty<string>(),
            .. values.TextAt("enableServiceMutatorWebhook") == "false" ? Array.Empty<string>() : ["mservice.elbv2.k8s.aws"],
            .. IsNew(version) ? ["alb-target-control.namespace.elbv2.k8s.aws", "alb-target-control.object.elbv2.k8s.aws"] : Array.Empty<string>(),
            "mtargetgroupbinding.elbv2.k8s.aws",
        ];

    private static IEnumerable<string> Validating(JsonObject values) =>
        [
            "vingressclassparams.elbv2.k8s.aws",
            "vtargetgroupbinding.elbv2.k8s.aws",
            .. values.IsTrueAt("webhookConfig", "disableIngressValidation") ? Array.Empty<string>() : ["vingress.elbv2.k8s.aws"],
        ];

    private static bool IsNew(string version) => Version.TryParse(version, out var parsed) && parsed.Major >= 3;

    /// <summary>The values without those of resources other than the Deployment: their change restarts no pod.</summary>
    private static JsonObject Essential(JsonObject values)
    {
        var copy = (JsonObject)values.DeepClone();
        copy.Remove("webhookTLS");
        copy.Remove("serviceAccount");
        copy.Remove("keepTLSSecret");
        return copy;
    }

    private static ManagedResource Definition(string name, string version) =>
        new("apiextensions.k8s.io", ManagedResource.Definition, null, name, new() { ["version"] = version });

    private static ManagedResource Configuration(string kind, IEnumerable<string> names, string? authority) =>
        new("admissionregistration.k8s.io", kind, null, Webhooks, new() { ["webhooks"] = new JsonArray([.. names.Select(name => Webhook(name, authority))]) });

    private static JsonObject Webhook(string name, string? authority) =>
        new() { ["name"] = name, ["clientConfig"] = authority is null ? [] : new JsonObject { ["caBundle"] = authority } };
}
