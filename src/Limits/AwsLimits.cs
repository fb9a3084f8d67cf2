using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What all of AWS accepts: accounts, regions, ids.</summary>
/// <seealso cref="Limit"/>
internal static partial class AwsLimits
{
    /// <summary>An AWS account id: 12 digits.</summary>
    public static string? Account(string value)
        => AccountPattern().IsMatch(value) ? null : $"must be the 12 digits of an AWS account id, got '{value}'";

    /// <summary>An AWS region as AWS writes it.</summary>
    public static string? Region(string value)
        => RegionPattern().IsMatch(value) ? null : $"must be an AWS region such as 'eu-west-1', got '{value}'";

    /// <summary>The id of a subnet.</summary>
    public static string? SubnetId(string value) => ResourceId("subnet", value);

    /// <summary>The id of an AWS resource: a prefix such as <c>subnet</c>, and 8 or 17 hexadecimal digits.</summary>
    public static string? ResourceId(string prefix, string value)
        => value.StartsWith($"{prefix}-", StringComparison.Ordinal) && ResourceIdPattern().IsMatch(value[(prefix.Length + 1)..])
            ? null
            : $"must be '{prefix}-' and 8 or 17 hexadecimal digits, got '{value}'";

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex ResourceIdPattern();
}
