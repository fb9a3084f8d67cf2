using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>What EKS accepts of an EKS Capability for Argo CD.</summary>
/// <seealso cref="Limit"/>
internal static partial class CapabilityLimits
{
    private const string NameRegex = @"^[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z";
    private const string InstanceArnRegex = @"^arn:[a-z-]+:sso:::instance/(sso)?ins-[0-9A-Za-z.-]{16}\z";
    private const string IdentityRegex = @"^([0-9a-f]{10}-)?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\z";

    /// <summary>Name of a capability: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCapability.html"/>
    [Pattern(NameRegex)]
    public static string? Name(string value) =>
        Limit.IsToken(value) || NamePattern().IsMatch(value)
            ? null
            : $"must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>ARN of an instance of IAM Identity Center.</summary>
    /// <seealso href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_InstanceMetadata.html"/>
    [Pattern(InstanceArnRegex)]
    public static string? InstanceArn(string value) =>
        Limit.IsToken(value) || InstanceArnPattern().IsMatch(value)
            ? null
            : $"must be the ARN of an IAM Identity Center instance, which ends in ':sso:::instance/' and its id, got '{value}'";

    /// <summary>Id of a user or a group of IAM Identity Center: a UUID, in older instances with ten digits before it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html"/>
    [Pattern(IdentityRegex)]
    public static string? Identity(string value) =>
        Limit.IsToken(value) || IdentityPattern().IsMatch(value)
            ? null
            : $"must be the id of a user or a group in IAM Identity Center such as '83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b', got '{value}'";

    [GeneratedRegex(NameRegex)]
    private static partial Regex NamePattern();

    [GeneratedRegex(InstanceArnRegex)]
    private static partial Regex InstanceArnPattern();

    [GeneratedRegex(IdentityRegex)]
    private static partial Regex IdentityPattern();
}
