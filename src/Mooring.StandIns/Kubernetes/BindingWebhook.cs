using Mooring.StandIns.Values;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Mooring.StandIns.Kubernetes;

/// <summary>
/// The webhook of the AWS Load Balancer Controller, which checks each TargetGroupBinding that a Helm release creates or changes. Helm deletes what a
/// release no longer has only after that, so a refusal fails the whole release.
/// </summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/webhooks/elbv2/targetgroupbinding_validator.go"/>
internal static class BindingWebhook
{
    private static readonly string[] s_immutable = ["targetGroupARN", "targetType", "ipAddressType", "vpcID"];

    private static readonly IDeserializer s_yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    /// <summary>Why the bindings of a release are refused; <see langword="null"/> where they are not, or where the release has none.</summary>
    /// <param name="planned">The planned release.</param>
    /// <param name="prior">The release as it is; null for a new one.</param>
    public static string? Refusal(ObjectValue planned, Value prior)
    {
        var before = BindingsOf(prior);
        return BindingsOf(planned).Select(binding => Refusal(binding, before)).FirstOrDefault(refusal => refusal is not null);
    }

    private static string? Refusal(Dictionary<string, object> binding, IReadOnlyList<Dictionary<string, object>> before)
    {
        if (before.FirstOrDefault(other => NameOf(other) == NameOf(binding)) is { } old)
        {
            var changed = s_immutable.Where(field => $"{old.GetValueOrDefault(field)}" != $"{binding.GetValueOrDefault(field)}").ToArray();
            return changed.Length == 0
                ? null
                : $"TargetGroupBinding update may not change these immutable fields: {string.Join(',', changed.Select(field => $"spec.{field}"))}";
        }

        var same = before.Where(other => HaveSameTargetGroup(other, binding)).ToArray();
        return same.Length == 0 || same.Append(binding).All(IsMultiCluster)
            ? null
            : $"TargetGroup {TargetGroupOf(binding)} is already bound to following TargetGroupBindings [{string.Join(' ', same.Select(NameOf))}]. "
                + "Please enable MultiCluster mode";
    }

    private static string NameOf(Dictionary<string, object> binding) => $"{binding.GetValueOrDefault("namespace")}/{binding.GetValueOrDefault("name")}";

    /// <summary>
    /// Whether two bindings have the same target group. A name is resolved when the binding is created; one that was created again since then has
    /// another ARN.
    /// </summary>
    private static bool HaveSameTargetGroup(Dictionary<string, object> one, Dictionary<string, object> other) =>
        ArnOf(one) is { Length: > 0 } arn && ArnOf(other) is { Length: > 0 } otherArn ? arn == otherArn : TargetGroupOf(one) == TargetGroupOf(other);

    private static string ArnOf(Dictionary<string, object> binding) => $"{binding.GetValueOrDefault("targetGroupARN")}";

    /// <summary>The name of the target group, which an ARN contains.</summary>
    private static string TargetGroupOf(Dictionary<string, object> binding) =>
        ArnOf(binding).Split('/') is [_, var name, ..] ? name : $"{binding.GetValueOrDefault("targetGroupName")}";

    private static bool IsMultiCluster(Dictionary<string, object> binding) => $"{binding.GetValueOrDefault("multiClusterTargetGroup")}" == "true";

    private static List<Dictionary<string, object>> BindingsOf(Value release) =>
        release["values"].Elements is [{ Text: { } values }, ..] ? s_yaml.Deserialize<ChartValues>(values)?.Bindings ?? [] : [];

    /// <summary>The values of the chart of bindings, as far as the webhook checks them; other charts have none of them.</summary>
    private sealed class ChartValues
    {
        public List<Dictionary<string, object>>? Bindings { get; set; }
    }
}
