using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What Kubernetes accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class KubernetesLimits
{
    /// <summary>Length of a DNS subdomain, which most objects are named by.</summary>
    public const int SubdomainLength = 253;

    /// <summary>The lowest node port.</summary>
    public const int LowestNodePort = 30000;

    /// <summary>The highest node port.</summary>
    public const int HighestNodePort = 32767;

    private const int AnnotationBytes = 256 * 1024;

    // No quantity is as long, and to search a long one takes long.
    private const int QuantityLength = 64;

    private const string LabelNameRegex = "[0-9A-Za-z]([0-9A-Za-z_.-]{0,61}[0-9A-Za-z])?";
    private const string LabelValueRegex = $@"^({LabelNameRegex})?\z";
    private const string QuantityRegex = @"^([1-9][0-9]*(\.[0-9]+)?|0?\.[0-9]*[1-9][0-9]*)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?\z";
    private const string DnsLabelRegex = @"^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\z";
    private const string SubdomainRegex = @"[0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)*";
    private const string DnsSubdomainRegex = $@"^(?=.{{1,253}}\z){SubdomainRegex}\z";

    /// <summary>The regular expression of <see cref="LabelKey"/>.</summary>
    public const string LabelKeyRegex = $@"^((?=[^/]{{1,253}}/){SubdomainRegex}/)?{LabelNameRegex}\z";

    /// <summary>A Kubernetes label value: empty, or up to 63 letters, digits and inner hyphens, underscores and dots.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"/>
    [Pattern(LabelValueRegex)]
    public static string? LabelValue(string value) =>
        Limit.IsToken(value) || LabelValuePattern().IsMatch(value)
            ? null
            : $"must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, got '{value}'";

    /// <summary>A DNS label: 1 to 63 lower-case letters, digits and inner hyphens.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names"/>
    [Pattern(DnsLabelRegex)]
    public static string? DnsLabel(string value) =>
        Limit.IsToken(value) || DnsLabelPattern().IsMatch(value)
            ? null
            : $"must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got '{value}'";

    /// <summary>A DNS subdomain: 1 to 253 characters, labels of lower-case letters, digits and inner hyphens with dots between them.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names"/>
    [Pattern(DnsSubdomainRegex)]
    public static string? DnsSubdomain(string value) =>
        Limit.IsToken(value) || DnsSubdomainPattern().IsMatch(value)
            ? null
            : $"must be 1 to {SubdomainLength} lower-case letters, digits, hyphens and dots, a letter or digit at both ends of each part, got '{value}'";

    /// <summary>A label's or an annotation's key: a name of up to 63 characters, which may have a DNS subdomain and <c>/</c> in front.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"/>
    [Pattern(LabelKeyRegex)]
    public static string? LabelKey(string value) =>
        Limit.IsToken(value) || LabelKeyPattern().IsMatch(value)
            ? null
            : "must be a Kubernetes label key: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, with or "
                + $"without a DNS subdomain and '/' in front, got '{value}'";

    /// <summary>The annotations of an object: keys and values together at most 256 KiB in UTF-8.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/"/>
    public static string? Annotations(IReadOnlyDictionary<string, string> values)
    {
        var bytes = values.Sum(annotation => BytesOf(annotation.Key) + BytesOf(annotation.Value));
        return bytes <= AnnotationBytes
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have at most {AnnotationBytes} bytes, keys and values together, got {bytes}");
    }

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(Limit.IsToken(text) ? TerraformText.LiteralOf(text) : text);

    /// <summary>A node port: 30000 to 32767.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"/>
    [Bounds(LowestNodePort, HighestNodePort)]
    public static string? NodePort(int value) => Limit.Between(value, LowestNodePort, HighestNodePort);

    /// <summary>A quantity of CPU or memory: a number, and a suffix such as <c>m</c>, <c>Mi</c> or <c>Gi</c>.</summary>
    /// <seealso href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"/>
    [Pattern(QuantityRegex)]
    public static string? Quantity(string value) =>
        Limit.IsToken(value) || (value.Length <= QuantityLength && QuantityPattern().IsMatch(value))
            ? null
            : $"must be a Kubernetes quantity such as '100m' or '256Mi', got '{value}'";

    [GeneratedRegex(QuantityRegex)]
    private static partial Regex QuantityPattern();

    [GeneratedRegex(LabelValueRegex)]
    private static partial Regex LabelValuePattern();

    [GeneratedRegex(LabelKeyRegex)]
    private static partial Regex LabelKeyPattern();

    [GeneratedRegex(DnsLabelRegex)]
    private static partial Regex DnsLabelPattern();

    [GeneratedRegex(DnsSubdomainRegex)]
    private static partial Regex DnsSubdomainPattern();
}
