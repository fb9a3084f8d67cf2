using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What AWS IAM accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class IamLimits
{
    /// <summary>Length of an IAM role's name.</summary>
    public const int RoleNameLength = 64;

    /// <summary>Name of an IAM role: 1 to 64 letters, digits and <c>_+=,.@-</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    public static string? RoleName(string value)
        => Limit.IsToken(value) || RoleNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {RoleNameLength} letters, digits and '_+=,.@-', got '{value}' ({value.Length} characters)";

    /// <summary>Temporary.</summary>
    public static string? ExternalId(string value) => Limit.Length(value, 2, 1224);

    [GeneratedRegex(@"^[0-9A-Za-z_+=,.@-]{1,64}\z")]
    private static partial Regex RoleNamePattern();
}
