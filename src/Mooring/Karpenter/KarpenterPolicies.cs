using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.Karpenter;

/// <summary>
/// The policies of Karpenter's CloudFormation template, the data files beside this one. The template has six managed policies for the controller, here they
/// are one document with the same statements.
/// </summary>
/// <seealso href="https://karpenter.sh/v1.14/reference/cloudformation/"/>
internal static class KarpenterPolicies
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Which events tell Karpenter that a node will go, or has gone: five rules of the template in one.</summary>
    public static string Events { get; } = Load("events");

    /// <summary>What Karpenter's controller may do.</summary>
    public static string Controller(KarpenterControllerProps props, string partition, string accountId) =>
        Load(
            "controller",
            ("<cluster-name>", props.EksClusterName),
            ("<region>", props.Region),
            ("<partition>", partition),
            ("<account>", accountId),
            ("<node-role-arn>", props.NodeRoleArn),
            ("<queue-arn>", props.QueueArn)
        );

    /// <summary>Who may send to the queue: the rule alone, which the template does not require, and nobody without TLS.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions"/>
    public static string Queue(string queueArn, string ruleArn) => Load("queue", ("<queue-arn>", queueArn), ("<rule-arn>", ruleArn));

    private static string Load(string name, params ReadOnlySpan<(string Place, string Value)> values)
    {
        using var stream = typeof(KarpenterPolicies).Assembly.GetManifestResourceStream($"Mooring.Karpenter.Policies.{name}.json")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        foreach (var (place, value) in values)
        {
            text = text.Replace(place, value, StringComparison.Ordinal);
        }

        return JsonNode.Parse(text)!.ToJsonString(s_json);
    }
}
