using System.Globalization;
using System.Text.Json.Nodes;

namespace Mooring.TargetGroupBindings;

/// <summary>Values of the controller's chart that nobody may merge over Mooring's, because the controller would not do its work with others.</summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/values.yaml"/>
internal static class ReservedValues
{
    private const string FeatureGates = "featureGates";
    private const string Place = "the controller finds its cluster and its target groups by it";
    private const string Name = "the controller's role trusts one service account, and Argo CD and the documentation name the chart's resources";
    private const string Purpose = "the controller serves TargetGroupBindings and nothing else, and its role permits nothing else";

    private static readonly Dictionary<string, string> s_reasons = new()
    {
        ["clusterName"] = Place,
        ["region"] = Place,
        ["vpcId"] = Place,
        ["serviceAccount"] = Name,
        ["nameOverride"] = Name,
        ["fullnameOverride"] = Name,
        ["watchNamespace"] = "the controller would leave the bindings of other namespaces alone",
        ["ingressClass"] = Purpose,
        ["createIngressClassResource"] = Purpose,
        ["ingressClassParams"] = Purpose,
        ["disableIngressClassAnnotation"] = Purpose,
        ["enableServiceMutatorWebhook"] = Purpose,
        ["enableBackendSecurityGroup"] = Purpose,
        ["enableShield"] = Purpose,
        ["enableWaf"] = Purpose,
        ["enableWafv2"] = Purpose,
    };

    private static readonly string[] s_gates = ["EnableServiceController", "ALBGatewayAPI", "NLBGatewayAPI"];

    /// <summary>Whether a value is one of them as a whole.</summary>
    public static bool Has(string key) => s_reasons.ContainsKey(key);

    /// <summary>The errors of values, each with the keys that lead to it.</summary>
    public static IEnumerable<(string[] Path, string Fault)> Faults(IReadOnlyDictionary<string, ChartValue> values)
    {
        foreach (var (key, value) in values)
        {
            if (s_reasons.TryGetValue(key, out var reason))
            {
                yield return ([key], MustBeLeftOut(reason));
            }
            else if (key == ControllerValues.ReplicaCount)
            {
                if (!(value.ToNode() is JsonValue number && int.TryParse($"{number}", CultureInfo.InvariantCulture, out var count) && count > 0))
                {
                    yield return ([key], $"must be at least 1, got {value.Json}");
                }
            }
            else if (key == ControllerValues.Config)
            {
                foreach (var fault in OfConfig(value.ToNode()))
                {
                    yield return fault;
                }
            }
        }
    }

    /// <summary>The errors of a construct's values.</summary>
    public static IEnumerable<(string Property, string Fault)> Rules(IReadOnlyDictionary<string, ChartValue> values) =>
        Faults(values).Select(fault => ($"{nameof(ControllerReleaseProps.Values)}.{string.Join('.', fault.Path)}", fault.Fault));

    /// <summary>Feature gates make the controller serve Services and gateways. Whatever is not a mapping would remove all of them.</summary>
    private static IEnumerable<(string[] Path, string Fault)> OfConfig(JsonNode? config)
    {
        if (config is not JsonObject mapping)
        {
            yield return ([ControllerValues.Config], MustBeMapping);
        }
        else if (mapping.TryGetPropertyValue(FeatureGates, out var node))
        {
            if (node is not JsonObject gates)
            {
                yield return ([ControllerValues.Config, FeatureGates], MustBeMapping);
                yield break;
            }

            foreach (var gate in s_gates.Where(gates.ContainsKey))
            {
                yield return ([ControllerValues.Config, FeatureGates, gate], MustBeLeftOut(Purpose));
            }
        }
    }

    private const string MustBeMapping = $"must be a mapping: it is merged with feature gates that Mooring sets, because {Purpose}";

    private static string MustBeLeftOut(string reason) => $"must be left out: Mooring sets it, because {reason}";
}
