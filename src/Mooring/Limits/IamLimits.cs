using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What AWS IAM accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class IamLimits
{
    /// <summary>Length of an IAM role's name.</summary>
    public const int RoleNameLength = 64;

    // Assumed length of a token that is a whole value: the ARN of a target group with a name of 32 characters, in a region with a long one.
    private const int ValueTokenLength = 120;

    // Assumed length of a token that is a part of a value: an account id, a partition, the name of a cluster.
    private const int PartTokenLength = 20;

    private const int MostRolePolicies = 25;
    private const int LongestPath = 512;
    private const int ShortestSession = 3600;
    private const int LongestSession = 43200;

    private const string RoleNameRegex = @"^[0-9A-Za-z_+=,.@-]{1,64}\z";
    private const string PolicyNameRegex = @"^[0-9A-Za-z_+=,.@-]{1,128}\z";
    private const string RolePathRegex = @"^/([!-~]+/)?\z";
    private const string ExternalIdRegex = @"^[0-9A-Za-z_+=,.@:/-]{2,1224}\z";

    /// <summary>Name of an IAM role: 1 to 64 letters, digits and <c>_+=,.@-</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    [Pattern(RoleNameRegex)]
    public static string? RoleName(string value) =>
        Limit.IsToken(value) || RoleNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {RoleNameLength} letters, digits and '_+=,.@-', got '{value}' ({value.Length} characters)";

    /// <summary>How many managed policies a role has: at most 25, with a quota above AWS's default of 10.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    [Entries(0, MostRolePolicies)]
    public static string? RolePolicies(int count) => Limit.Entries(count, 0, MostRolePolicies);

    /// <summary>Name of a policy in a role: 1 to 128 letters, digits and <c>_+=,.@-</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"/>
    [Pattern(PolicyNameRegex)]
    public static string? PolicyName(string value) =>
        Limit.IsToken(value) || PolicyNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to 128 letters, digits and '_+=,.@-', got '{value}' ({value.Length} characters)";

    /// <summary>Path of an IAM role: <c>/</c>, or up to 512 characters between two of them.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    [Pattern(RolePathRegex)]
    [Length(1, LongestPath)]
    public static string? RolePath(string value) =>
        Limit.IsToken(value) || (value.Length <= LongestPath && RolePathPattern().IsMatch(value))
            ? null
            : $"must begin and end with '/' and have at most 512 characters, got '{value}'";

    /// <summary>The longest session of a role, 3600 to 43200 seconds.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    [Bounds(ShortestSession, LongestSession)]
    public static string? MaxSessionDuration(TimeSpan value) =>
        value.TotalSeconds is >= ShortestSession and <= LongestSession and var seconds && double.IsInteger(seconds)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must be between {ShortestSession} and {LongestSession} seconds, got {value.TotalSeconds}");

    /// <summary>The external id of a role's trust policy: 2 to 1224 letters, digits and <c>_+=,.@:/-</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
    [Pattern(ExternalIdRegex)]
    public static string? ExternalId(string value) =>
        Limit.IsToken(value) || ExternalIdPattern().IsMatch(value)
            ? null
            : $"must be 2 to 1224 letters, digits and '_+=,.@:/-', got '{value}' ({value.Length} characters)";

    /// <summary>
    /// The policies in a role: 10,240 characters together, white space not counted. A token counts 120 characters where it is all
    /// of a value, as the ARN of a target group is, and else 20.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length"/>
    public static string? InlinePolicies(IReadOnlyList<string> policies) =>
        policies.Sum(Length) is var length && length <= 10240
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have at most 10240 characters together, white space not counted, got {length}");

    /// <summary>
    /// The trust policy of a role: 2,048 characters, white space not counted, unless AWS raised the quota. Tokens count as they do in
    /// <see cref="InlinePolicies"/>.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    public static string? TrustPolicy(string policy) =>
        Length(policy) is var length && length <= 2048
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have at most 2048 characters, white space not counted, got {length}");

    private static int Length(string policy) =>
        PartTokenPattern()
            .Replace(ValueTokenPattern().Replace(policy, new string('v', ValueTokenLength + 2)), new string('p', PartTokenLength))
            .Count(character => !char.IsWhiteSpace(character));

    [GeneratedRegex(RoleNameRegex)]
    private static partial Regex RoleNamePattern();

    [GeneratedRegex(PolicyNameRegex)]
    private static partial Regex PolicyNamePattern();

    [GeneratedRegex(RolePathRegex)]
    private static partial Regex RolePathPattern();

    [GeneratedRegex(ExternalIdRegex)]
    private static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"""\$\{[^}]*\}""")]
    private static partial Regex ValueTokenPattern();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex PartTokenPattern();
}
