using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What all of AWS accepts: accounts, regions, ids, tags, ARNs.</summary>
/// <seealso cref="Limit"/>
internal static partial class AwsLimits
{
    /// <summary>An AWS account id: 12 digits.</summary>
    public static string? Account(string value)
        => Limit.IsToken(value) || AccountPattern().IsMatch(value) ? null : $"must be the 12 digits of an AWS account id, got '{value}'";

    /// <summary>An AWS region as AWS writes it.</summary>
    public static string? Region(string value)
        => Limit.IsToken(value) || RegionPattern().IsMatch(value) ? null : $"must be an AWS region such as 'eu-west-1', got '{value}'";

    /// <summary>The id of a subnet.</summary>
    public static string? SubnetId(string value) => ResourceId("subnet", value);

    /// <summary>The id of a security group.</summary>
    public static string? SecurityGroupId(string value) => ResourceId("sg", value);

    /// <summary>The id of a managed prefix list.</summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html"/>
    public static string? PrefixListId(string value) => ResourceId("pl", value);

    /// <summary>The id of an AWS resource: a prefix such as <c>subnet</c>, and 8 or 17 hexadecimal digits.</summary>
    public static string? ResourceId(string prefix, string value)
        => Limit.IsToken(value) || (value.StartsWith($"{prefix}-", StringComparison.Ordinal) && ResourceIdPattern().IsMatch(value[(prefix.Length + 1)..]))
            ? null
            : $"must be '{prefix}-' and 8 or 17 hexadecimal digits, got '{value}'";

    /// <summary>The tags of a resource: at most 50, each within its limits. The fault is that of the first that is not.</summary>
    /// <seealso href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices"/>
    public static string? Tags(IReadOnlyDictionary<string, string> tags)
        => tags.Select(tag => TagKey(tag.Key) ?? TagValue(tag.Value)).FirstOrDefault(fault => fault is not null) ?? TagCount(tags.Count);

    /// <summary>How many tags a resource can have, 50.</summary>
    public static string? TagCount(int value) => Limit.Entries(value, 0, 50);

    /// <summary>The key of a tag: 1 to 128 characters, not with <c>aws:</c> in front, which AWS keeps for itself.</summary>
    public static string? TagKey(string value)
        => Limit.IsToken(value) ? null
            : !TagKeyPattern().IsMatch(value) ? $"must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got '{value}'"
            : value.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? $"must not have a key that begins with 'aws:', got '{value}'"
            : null;

    /// <summary>The value of a tag: at most 256 characters.</summary>
    public static string? TagValue(string value)
        => Limit.IsToken(value) || TagValuePattern().IsMatch(value)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have values of at most 256 letters, digits, spaces and '_.:/=+-@', got '{value}' ({value.Length} characters)");

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex ResourceIdPattern();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z")]
    private static partial Regex TagKeyPattern();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z")]
    private static partial Regex TagValuePattern();
}
