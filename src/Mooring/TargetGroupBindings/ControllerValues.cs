namespace Mooring.TargetGroupBindings;

/// <summary>
/// The values of the controller's chart: it serves TargetGroupBindings and nothing else. Helm delivery and Argo CD delivery use the same values.
/// </summary>
internal static class ControllerValues
{
    private static readonly Dictionary<string, object> s_resources = new() { ["cpu"] = "100m", ["memory"] = "128Mi" };

    /// <summary>The chart's values.</summary>
    public static Dictionary<string, object> Of(ControllerReleaseProps props)
    {
        var values = BindingsOnly(props);
        if (ControllerChart.HasGatewayApi(props.ChartVersion))
        {
            // These two need custom resources that a cluster may not have.
            values["controllerConfig"] = new Dictionary<string, object>
            {
                ["featureGates"] = new Dictionary<string, object> { ["ALBGatewayAPI"] = false, ["NLBGatewayAPI"] = false },
            };
        }

        AddChosen(values, props);
        return values;
    }

    /// <summary>The chart's defaults apply unless the user chose.</summary>
    private static void AddChosen(Dictionary<string, object> values, ControllerReleaseProps props)
    {
        if (props.ImageRepository is { } repository)
        {
            values["image"] = new Dictionary<string, object> { ["repository"] = repository };
        }

        if (props.ReplicaCount is { } replicas)
        {
            values["replicaCount"] = replicas;
        }

        if (props.EnableCertManager)
        {
            values["enableCertManager"] = true;
        }

        if (!props.ValidateIngresses)
        {
            values["webhookConfig"] = new Dictionary<string, object> { ["disableIngressValidation"] = true };
        }
    }

    private static Dictionary<string, object> BindingsOnly(ControllerReleaseProps props) =>
        new()
        {
            ["clusterName"] = props.ClusterName,
            ["region"] = props.Region,
            ["vpcId"] = props.VpcId,
            ["serviceAccount"] = ServiceAccount(props.RoleArn),
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

    /// <summary>The service account; with EKS Pod Identity its role is known to EKS, and no annotation names it.</summary>
    private static Dictionary<string, object> ServiceAccount(string? roleArn)
    {
        var account = new Dictionary<string, object> { ["create"] = true, ["name"] = Identity.ControllerRole.ServiceAccount.Name };
        if (roleArn is not null)
        {
            account["annotations"] = new Dictionary<string, object> { ["eks.amazonaws.com/role-arn"] = roleArn };
        }

        return account;
    }
}
