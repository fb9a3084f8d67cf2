using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>What Amazon EKS accepts of a Fargate profile.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html"/>
internal static partial class FargateLimits
{
    /// <summary>Length of the name of a profile, which is a label's value on its pods.</summary>
    public const int NameLength = 63;

    private const int MostSelectors = 5;
    private const int MostLabels = 5;

    private const string NameRegex = @"^(?!eks-)[0-9A-Za-z]([0-9A-Za-z_-]{0,61}[0-9A-Za-z])?\z";
    private const string NamespaceRegex = @"^[0-9a-z*?]([0-9a-z*?-]{0,61}[0-9a-z*?])?\z";
    private const string LabelKeyRegex = @"^[0-9A-Za-z*?][0-9A-Za-z_./*?-]{0,316}\z";
    private const string LabelValueRegex = @"^[0-9A-Za-z_.*?-]{0,63}\z";

    /// <summary>Name of a profile: 1 to 63 letters, digits, hyphens and underscores, a letter or digit at both ends. EKS reserves <c>eks-</c>.</summary>
    /// <seealso href="https://github.com/eksctl-io/eksctl/blob/main/pkg/apis/eksctl.io/v1alpha5/fargate.go"/>
    [Pattern(NameRegex)]
    public static string? Name(string value) =>
        Limit.IsToken(value) || NamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {NameLength} letters, digits, hyphens and underscores, a letter or digit at both ends, and not begin with 'eks-', got '{value}'";

    /// <summary>The selectors of a profile: 1 to 5.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html"/>
    [Entries(1, MostSelectors)]
    public static string? Selectors(int count) => Limit.Entries(count, 1, MostSelectors);

    /// <summary>The labels of a selector: at most 5.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html"/>
    [Entries(0, MostLabels)]
    public static string? Labels(int count) => Limit.Entries(count, 0, MostLabels);

    /// <summary>The namespace of a selector, in which <c>*</c> is any text and <c>?</c> any character.</summary>
    [Pattern(NamespaceRegex)]
    public static string? Namespace(string value) =>
        Limit.IsToken(value) || NamespacePattern().IsMatch(value)
            ? null
            : $"must be a namespace, in which '*' is any text and '?' any character, got '{value}'";

    /// <summary>The key of a label of a selector, with the same wildcards.</summary>
    [Pattern(LabelKeyRegex)]
    public static string? LabelKey(string value) =>
        Limit.IsToken(value) || LabelKeyPattern().IsMatch(value) ? null : $"must have a key of a Kubernetes label, with '*' and '?', got '{value}'";

    /// <summary>The value of a label of a selector, with the same wildcards.</summary>
    [Pattern(LabelValueRegex)]
    public static string? LabelValue(string value) =>
        Limit.IsToken(value) || LabelValuePattern().IsMatch(value) ? null : $"must be the value of a Kubernetes label, with '*' and '?', got '{value}'";

    [GeneratedRegex(NameRegex)]
    private static partial Regex NamePattern();

    [GeneratedRegex(NamespaceRegex)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(LabelKeyRegex)]
    private static partial Regex LabelKeyPattern();

    [GeneratedRegex(LabelValueRegex)]
    private static partial Regex LabelValuePattern();
}
