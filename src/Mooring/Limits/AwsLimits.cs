using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What all of AWS accepts: accounts, regions, ids, tags, ARNs.</summary>
/// <seealso cref="Limit"/>
internal static partial class AwsLimits
{
    private const int MostTags = 50;

    private const string AccountRegex = @"^[0-9]{12}\z";
    private const string RegionName = "[a-z]{2,4}(-[a-z]+)+-[0-9]";
    private const string RegionRegex = $@"^{RegionName}\z";
    private const string HexadecimalId = "([0-9a-f]{8}|[0-9a-f]{17})";
    private const string VpcIdRegex = $@"^vpc-{HexadecimalId}\z";
    private const string SubnetIdRegex = $@"^subnet-{HexadecimalId}\z";
    private const string SecurityGroupIdRegex = $@"^sg-{HexadecimalId}\z";
    private const string PrefixListIdRegex = $@"^pl-{HexadecimalId}\z";
    private const string IpamPoolIdRegex = $@"^ipam-pool-{HexadecimalId}\z";
    private const string VpcEndpointIdRegex = $@"^vpce-{HexadecimalId}\z";
    private const string LaunchTemplateIdRegex = $@"^lt-{HexadecimalId}\z";
    private const string TagCharacters = @"[\p{L}\p{Z}\p{N}_.:/=+\-@]";
    private const string BucketRegex = @"^[0-9a-z][0-9a-z.-]{1,61}[0-9a-z]\z";
    private const string InstanceTypeRegex = @"^[0-9a-z-]{1,30}\.[0-9a-z-]{1,30}\z";
    private const string TagKeyRegex = $@"^(?![Aa][Ww][Ss]:){TagCharacters}{{1,128}}\z";
    private const string TagValueRegex = $@"^{TagCharacters}{{0,256}}\z";

    /// <summary>An AWS account id: 12 digits.</summary>
    [Pattern(AccountRegex)]
    public static string? Account(string value) =>
        Limit.IsToken(value) || AccountPattern().IsMatch(value) ? null : $"must be the 12 digits of an AWS account id, got '{value}'";

    /// <summary>An AWS region as AWS writes it.</summary>
    [Pattern(RegionRegex)]
    public static string? Region(string value) =>
        Limit.IsToken(value) || RegionPattern().IsMatch(value) ? null : $"must be an AWS region such as 'eu-west-1', got '{value}'";

    /// <summary>A partition of AWS, such as <c>aws</c>, <c>aws-us-gov</c> or <c>aws-eusc</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"/>
    public static string? PartitionName(string value) =>
        Limit.IsToken(value) || PartitionPattern().IsMatch(value) ? null : $"must be a partition of AWS such as 'aws' or 'aws-us-gov', got '{value}'";

    /// <summary>The id of a VPC.</summary>
    [Pattern(VpcIdRegex)]
    public static string? VpcId(string value) => ResourceId("vpc", value);

    /// <summary>The id of a subnet.</summary>
    [Pattern(SubnetIdRegex)]
    public static string? SubnetId(string value) => ResourceId("subnet", value);

    /// <summary>The id of a security group.</summary>
    [Pattern(SecurityGroupIdRegex)]
    public static string? SecurityGroupId(string value) => ResourceId("sg", value);

    /// <summary>The id of a managed prefix list.</summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html"/>
    [Pattern(PrefixListIdRegex)]
    public static string? PrefixListId(string value) => ResourceId("pl", value);

    /// <summary>The id of a pool of Amazon VPC IP Address Manager.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpamPool.html"/>
    [Pattern(IpamPoolIdRegex)]
    public static string? IpamPoolId(string value) => ResourceId("ipam-pool", value);

    /// <summary>The id of a VPC endpoint.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html"/>
    [Pattern(VpcEndpointIdRegex)]
    public static string? VpcEndpointId(string value) => ResourceId("vpce", value);

    /// <summary>The id of an EC2 launch template.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplate.html"/>
    [Pattern(LaunchTemplateIdRegex)]
    public static string? LaunchTemplateId(string value) => ResourceId("lt", value);

    /// <summary>The id of an AWS resource: a prefix such as <c>subnet</c>, and 8 or 17 hexadecimal digits.</summary>
    private static string? ResourceId(string prefix, string value) =>
        Limit.IsToken(value) || (value.StartsWith($"{prefix}-", StringComparison.Ordinal) && ResourceIdPattern().IsMatch(value[(prefix.Length + 1)..]))
            ? null
            : $"must be '{prefix}-' and 8 or 17 hexadecimal digits, got '{value}'";

    /// <summary>The tags of a resource: at most 50, each within its limits. Returns the first error.</summary>
    /// <seealso href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices"/>
    [Entries(0, MostTags)]
    [EachName(typeof(AwsLimits), nameof(TagKey))]
    [Each(typeof(AwsLimits), nameof(TagValue))]
    public static string? Tags(IReadOnlyDictionary<string, string> tags) =>
        tags.Select(tag => TagKey(tag.Key) ?? TagValue(tag.Value)).FirstOrDefault(fault => fault is not null) ?? TagCount(tags.Count);

    /// <summary>How many tags a resource can have, 50.</summary>
    [Entries(0, MostTags)]
    public static string? TagCount(int value) => Limit.Entries(value, 0, MostTags);

    /// <summary>The key of a tag: 1 to 128 characters, without the prefix <c>aws:</c>, which AWS reserves.</summary>
    [Pattern(TagKeyRegex)]
    public static string? TagKey(string value) =>
        Limit.IsToken(value) ? null
        : !TagKeyPattern().IsMatch(value) ? $"must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got '{value}'"
        : value.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? $"must not have a key that begins with 'aws:', got '{value}'"
        : null;

    /// <summary>The value of a tag: at most 256 characters.</summary>
    [Pattern(TagValueRegex)]
    public static string? TagValue(string value) =>
        Limit.IsToken(value) || TagValuePattern().IsMatch(value)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"must have values of at most 256 letters, digits, spaces and '_.:/=+-@', got '{value}' ({value.Length} characters)"
            );

    /// <summary>The name of an S3 bucket: 3 to 63 lower-case letters, digits, hyphens and dots.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"/>
    [Pattern(BucketRegex)]
    public static string? Bucket(string value) =>
        Limit.IsToken(value) || BucketPattern().IsMatch(value)
            ? null
            : $"must be the name of an S3 bucket, 3 to 63 lower-case letters, digits, hyphens and dots, got '{value}'";

    /// <summary>A type of EC2 instances: a family and a size, such as <c>m7i.large</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html"/>
    [Pattern(InstanceTypeRegex)]
    public static string? InstanceType(string value) =>
        Limit.IsToken(value) || InstanceTypePattern().IsMatch(value) ? null : $"must be an EC2 instance type such as 'm7i.large', got '{value}'";

    [GeneratedRegex(BucketRegex)]
    private static partial Regex BucketPattern();

    [GeneratedRegex(InstanceTypeRegex)]
    private static partial Regex InstanceTypePattern();

    [GeneratedRegex($@"^{PartitionId}\z")]
    private static partial Regex PartitionPattern();

    [GeneratedRegex(AccountRegex)]
    private static partial Regex AccountPattern();

    [GeneratedRegex(RegionRegex)]
    private static partial Regex RegionPattern();

    [GeneratedRegex($@"^{HexadecimalId}\z")]
    private static partial Regex ResourceIdPattern();

    [GeneratedRegex($@"^{TagCharacters}{{1,128}}\z")]
    private static partial Regex TagKeyPattern();

    [GeneratedRegex(TagValueRegex)]
    private static partial Regex TagValuePattern();
}
