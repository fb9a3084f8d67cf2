using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// The values of the controller's chart: it serves TargetGroupBindings and nothing else. Helm delivery and Argo CD delivery use the same values.
/// </summary>
internal static class ControllerValues
{
    /// <summary>The value with the feature gates.</summary>
    public const string Config = "controllerConfig";

    /// <summary>The value with CPU and memory.</summary>
    public const string Resources = "resources";

    /// <summary>The value that keeps the webhooks' certificate at an upgrade, which needs Helm's look at the cluster.</summary>
    public const string KeepCertificate = "keepTLSSecret";

    /// <summary>The value with the image.</summary>
    public const string Image = "image";

    /// <summary>The value with the number of replicas.</summary>
    public const string ReplicaCount = "replicaCount";

    /// <summary>The values with what decides where the pods run.</summary>
    private static readonly string[] s_scheduling = ["nodeSelector", "tolerations", "priorityClassName"];

    /// <summary>An ingress class that no Ingress has, so that the controller takes no Ingress as its own.</summary>
    private const string NoIngressClass = "aws-lb-controller-no-ingress";

    /// <summary>The chart's values, without those that are merged over them.</summary>
    public static Dictionary<string, object> Of(ControllerReleaseProps props)
    {
        var values = BindingsOnly(props);
        if (ConfigOf(props.ChartVersion) is { Count: > 0 } config)
        {
            values[Config] = config;
        }

        if (ControllerChart.ReplacesWebhookCertificate(props.ChartVersion))
        {
            // Another certificate at each upgrade would make the webhooks fail until the pods have it.
            values[KeepCertificate] = true;
        }

        AddChosen(values, props);
        return values;
    }

    /// <summary>
    /// The values in which a cluster under Argo CD differs from the ApplicationSet, each whole: what was chosen, and what is merged over it. Those that
    /// have annotations of their own are not among them.
    /// </summary>
    /// <param name="props">The release.</param>
    /// <param name="merged">Its <see cref="MergedOf"/>.</param>
    public static JsonObject OwnOf(ControllerReleaseProps props, JsonObject merged) =>
        new(OwnKeysOf(props).Select(key => KeyValuePair.Create(key, merged[key]?.DeepClone())));

    /// <summary>The names of the values in which a cluster under Argo CD differs from the ApplicationSet.</summary>
    public static IEnumerable<string> OwnKeysOf(ControllerReleaseProps props)
    {
        string[] own = [Image, ReplicaCount, .. s_scheduling];
        return Of(props).Keys.Where(own.Contains).Concat(props.Values.Keys).Distinct().Where(key => key is not (Config or Resources));
    }

    /// <summary>The chart's values, with those that are merged over them.</summary>
    public static JsonObject MergedOf(ControllerReleaseProps props) =>
        ChartValues.Merge(JsonSerializer.SerializeToNode(Of(props))!.AsObject(), ChartValues.Node(props.Values));

    /// <summary>What <c>controllerConfig</c> holds, which follows the version of the chart.</summary>
    private static Dictionary<string, object> ConfigOf(string chartVersion) =>
        FeatureGates(chartVersion) is { Count: > 0 } gates ? new() { ["featureGates"] = gates } : [];

    /// <summary>Feature gates of a chart's controller. A gate that a controller does not know stops it, so each is set from its first version on.</summary>
    private static Dictionary<string, object> FeatureGates(string chartVersion)
    {
        var gates = new Dictionary<string, object>();
        if (ControllerChart.HasFeatureGates(chartVersion))
        {
            gates["EnableServiceController"] = false;
        }

        if (ControllerChart.HasGatewayApi(chartVersion))
        {
            // These two need custom resources that a cluster may not have.
            (gates["ALBGatewayAPI"], gates["NLBGatewayAPI"]) = (false, false);
        }

        return gates;
    }

    /// <summary>The chart's defaults apply unless the user chose.</summary>
    private static void AddChosen(Dictionary<string, object> values, ControllerReleaseProps props)
    {
        if (props.ImageRepository is { } repository)
        {
            values[Image] = new Dictionary<string, object> { ["repository"] = repository };
        }

        if (props.ReplicaCount is { } replicas)
        {
            values[ReplicaCount] = replicas;
        }

        AddScheduling(values, props);

        if (props.EnableCertManager)
        {
            values["enableCertManager"] = true;
        }

        if (!props.ValidateIngresses)
        {
            values["webhookConfig"] = new Dictionary<string, object> { ["disableIngressValidation"] = true };
        }
    }

    private static void AddScheduling(Dictionary<string, object> values, ControllerReleaseProps props)
    {
        if (props.NodeSelector.Count > 0)
        {
            values["nodeSelector"] = props.NodeSelector.ToDictionary(label => label.Key, object (label) => label.Value);
        }

        if (props.Tolerations.Count > 0)
        {
            values["tolerations"] = props.Tolerations.Select(TolerationOf).ToArray();
        }

        if (props.PriorityClass is { } priorityClass)
        {
            values["priorityClassName"] = priorityClass;
        }
    }

    private static Dictionary<string, object> TolerationOf(Toleration toleration)
    {
        var values = new Dictionary<string, object>();
        Add("key", toleration.Key);
        Add("operator", toleration.Operator.Word());
        Add("value", toleration.Value);
        Add("effect", toleration.Effect?.Word());
        Add("tolerationSeconds", toleration.TolerationTime is { } time ? Convert.ToInt32(time.TotalSeconds, CultureInfo.InvariantCulture) : null);
        return values;

        void Add(string key, object? value)
        {
            if (value is not null)
            {
                values[key] = value;
            }
        }
    }

    private static Dictionary<string, object> BindingsOnly(ControllerReleaseProps props) =>
        new()
        {
            ["clusterName"] = props.ClusterName,
            ["region"] = props.Region,
            ["vpcId"] = props.VpcId,
            ["serviceAccount"] = ServiceAccount(props.RoleArn),
            ["ingressClass"] = NoIngressClass,
            ["createIngressClassResource"] = false,
            ["ingressClassParams"] = new Dictionary<string, object> { ["create"] = false },
            ["disableIngressClassAnnotation"] = true,
            ["enableServiceMutatorWebhook"] = false,
            ["enableBackendSecurityGroup"] = false,
            ["enableShield"] = false,
            ["enableWaf"] = false,
            ["enableWafv2"] = false,
            [Resources] = ResourcesOf(props.Resources),
        };

    private static Dictionary<string, object> ResourcesOf(ContainerResources resources)
    {
        var values = new Dictionary<string, object>();
        foreach (var (name, amounts) in new[] { ("limits", resources.Limits), ("requests", resources.Requests) })
        {
            if (Amounts(amounts) is { Count: > 0 } given)
            {
                values[name] = given;
            }
        }

        return values;
    }

    private static Dictionary<string, object> Amounts(ResourceAmounts amounts) =>
        new[] { ("cpu", amounts.Cpu), ("memory", amounts.Memory) }
            .Where(amount => amount.Item2 is not null)
            .ToDictionary(amount => amount.Item1, object (amount) => amount.Item2!);

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
