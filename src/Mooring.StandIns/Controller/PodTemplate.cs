using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>The part of the chart's values that its Deployment has in the template of its pods: a change of the others starts no pod.</summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/deployment.yaml"/>
internal static class PodTemplate
{
    private static readonly string[] s_outsideOfPods =
    [
        "createIngressClassResource",
        "enableServiceMutatorWebhook",
        "ingressClassParams",
        "keepTLSSecret",
        "podDisruptionBudget",
        "rbac",
        "replicaCount",
        "revisionHistoryLimit",
        "serviceMonitor",
        "webhookConfig",
        "webhookTLS",
    ];

    /// <summary>The values in pods, as text that is equal for equal values.</summary>
    public static string Of(JsonObject values)
    {
        var inPods = new JsonObject(
            values.Where(value => !s_outsideOfPods.Contains(value.Key)).Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone()))
        );
        if (inPods["serviceAccount"] is JsonObject account)
        {
            // Pods have its name. Its annotations matter to them when they start.
            inPods["serviceAccount"] = account["name"]?.DeepClone();
        }

        return Sorted(inPods)!.ToJsonString();
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node is JsonObject members
            ? new JsonObject(
                members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            )
            : node?.DeepClone();
}
