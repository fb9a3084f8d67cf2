using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.Release;
using Mooring.Identity;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the Helm release of the AWS Load Balancer Controller, set up to serve TargetGroupBindings and nothing else: it
/// takes no Ingress and no Service of type LoadBalancer for its own.
/// </summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/"/>
public class ControllerRelease : Construct
{
    private static readonly Dictionary<string, object> s_resources = new() { ["cpu"] = "100m", ["memory"] = "128Mi" };

    private readonly Release _release;

    /// <summary>Defines a controller's release.</summary>
    public ControllerRelease(Construct scope, string id, ControllerReleaseProps props)
        : base(scope, id)
        => _release = new Release(this, "Default", new ReleaseConfig
        {
            Name = ControllerRole.ServiceAccount.Name,
            Namespace = ControllerRole.ServiceAccount.Namespace,
            CreateNamespace = true,
            Repository = ControllerChart.Repository,
            Chart = ControllerChart.Name,
            Version = props.ChartVersion,
            Values = [Fn.Yamlencode(Values(props))],
        });

    /// <summary>Name of the release.</summary>
    public string ReleaseName { get; } = ControllerRole.ServiceAccount.Name;

    /// <summary>What a release of bindings waits for: without the controller its custom resource does not exist.</summary>
    internal ITerraformDependable Dependable => _release;

    private static Dictionary<string, object> Values(ControllerReleaseProps props)
    {
        var values = BindingsOnlyValues(props);
        if (ControllerChart.HasGatewayApi(props.ChartVersion))
        {
            // A cluster need not have the custom resources that these two ask for.
            values["controllerConfig"] = new Dictionary<string, object>
            {
                ["featureGates"] = new Dictionary<string, object> { ["ALBGatewayAPI"] = false, ["NLBGatewayAPI"] = false },
            };
        }

        return values;
    }

    private static Dictionary<string, object> BindingsOnlyValues(ControllerReleaseProps props) => new()
    {
        ["clusterName"] = props.ClusterName,
        ["region"] = props.Region,
        ["vpcId"] = props.VpcId,
        ["serviceAccount"] = new Dictionary<string, object>
        {
            ["create"] = true,
            ["name"] = ControllerRole.ServiceAccount.Name,
            ["annotations"] = new Dictionary<string, object> { ["eks.amazonaws.com/role-arn"] = props.RoleArn },
        },
        ["createIngressClassResource"] = false,
        ["ingressClassParams"] = new Dictionary<string, object> { ["create"] = false },
        ["disableIngressClassAnnotation"] = true,
        ["enableServiceMutatorWebhook"] = false,
        ["enableBackendSecurityGroup"] = false,
        ["enableShield"] = false,
        ["enableWaf"] = false,
        ["enableWafv2"] = false,
        ["resources"] = new Dictionary<string, object> { ["limits"] = s_resources, ["requests"] = s_resources },
    };
}
