using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mooring.TargetGroupBindings;

namespace Mooring.Limits;

/// <summary>What Kubernetes accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class KubernetesLimits
{
    private const int SubdomainLength = 253;
    private const int AnnotationsSize = 256 * 1024;

    /// <summary>A Kubernetes label value: empty, or up to 63 letters, digits and inner hyphens, underscores and dots.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"/>
    public static string? LabelValue(string value)
        => Limit.IsToken(value) || LabelValuePattern().IsMatch(value)
            ? null
            : $"must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, got '{value}'";

    /// <summary>A DNS label: 1 to 63 lower-case letters, digits and inner hyphens.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names"/>
    public static string? DnsLabel(string value)
        => Limit.IsToken(value) || DnsLabelPattern().IsMatch(value)
            ? null
            : $"must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got '{value}'";

    /// <summary>A DNS subdomain, which most objects are named by: 1 to 253 lower-case letters, digits, hyphens and dots.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names"/>
    public static string? DnsSubdomain(string value)
        => Limit.IsToken(value) || (value.Length <= SubdomainLength && DnsSubdomainPattern().IsMatch(value))
            ? null
            : $"must be 1 to {SubdomainLength} lower-case letters, digits, hyphens and dots, a letter or digit at both ends of each part, got '{value}'";

    /// <summary>The key of a label or an annotation: a name, with or without a DNS subdomain and <c>/</c> in front.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"/>
    public static string? LabelKey(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return Limit.IsToken(value) || ((slash < 0 || DnsSubdomain(value[..slash]) is null) && LabelNamePattern().IsMatch(value[(slash + 1)..]))
            ? null
            : $"must be the key of a label: a name of at most 63 letters, digits, hyphens, underscores and dots, with or without a DNS subdomain and '/' in front, got '{value}'";
    }

    /// <summary>The annotations of an object: at most 256 KiB together.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/"/>
    public static string? Annotations(IEnumerable<KeyValuePair<string, string>> annotations)
    {
        var bytes = annotations.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        return bytes <= AnnotationsSize ? null : string.Create(CultureInfo.InvariantCulture, $"must have at most {AnnotationsSize} bytes together, got {bytes}");
    }

    /// <summary>The TargetGroupBindings of a release: at least one.</summary>
    public static string? Bindings(int count) => Limit.Entries(count, 1, int.MaxValue);

    /// <summary>A Service's port: 1 to 65535, or the name of one, a DNS label with a letter in it.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"/>
    public static string? ServicePort(ServicePort value)
        => value.Number is { } number ? NetworkLimits.Port(number)
            : value.ToString().Any(char.IsAsciiLetter) && DnsLabel(value.ToString()) is null ? null
            : $"must be between 1 and 65535 or the name of a port, got '{value}'";

    [GeneratedRegex(@"^([0-9A-Za-z]([0-9A-Za-z_.-]{0,61}[0-9A-Za-z])?)?\z")]
    private static partial Regex LabelValuePattern();

    [GeneratedRegex(@"^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\z")]
    private static partial Regex DnsLabelPattern();

    [GeneratedRegex(@"^[0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)*\z")]
    private static partial Regex DnsSubdomainPattern();

    [GeneratedRegex(@"^[0-9A-Za-z]([0-9A-Za-z_.-]{0,61}[0-9A-Za-z])?\z")]
    private static partial Regex LabelNamePattern();
}
