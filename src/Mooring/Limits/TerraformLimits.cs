using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What Terraform and HCP Terraform accept.</summary>
/// <seealso cref="Limit"/>
internal static partial class TerraformLimits
{
    /// <summary>The most characters of a workspace's name.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create"/>
    public const int WorkspaceLength = 90;

    private const string ConditionRegex = @"((=|!=|>|>=|<|<=|~>) ?)?[0-9]{1,9}(\.[0-9]{1,9}){0,2}(-[0-9A-Za-z.-]{1,64})?";
    private const string ConstraintRegex = $@"^{ConditionRegex}(, ?{ConditionRegex})*\z";
    private const string ProviderSourceRegex =
        @"^([0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)+(:[0-9]{1,5})?/)?[0-9a-z]([0-9a-z_-]*[0-9a-z])?/[0-9a-z]([0-9a-z_-]*[0-9a-z])?\z";
    private const string KeyPrefixRegex = @"^[0-9A-Za-z!_.*'()-]{1,255}(/[0-9A-Za-z!_.*'()-]{1,255})*\z";
    private const string OrganizationRegex = @"^[0-9A-Za-z_-]{3,40}\z";
    private const string ProjectRegex = @"^[0-9A-Za-z_-][0-9A-Za-z _-]{1,38}[0-9A-Za-z_-]\z";
    private const string HostnameRegex = @"^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?(\.[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?)+(:[0-9]{1,5})?\z";

    /// <summary>Versions of Terraform or of a provider: one or more conditions with commas between them.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/expressions/version-constraints"/>
    [Pattern(ConstraintRegex)]
    public static string? VersionConstraint(string value) =>
        ConstraintPattern().IsMatch(value) ? null : $"must be a version constraint such as '~> 1.11' or '>= 1.10, < 2.0', got '{value}'";

    /// <summary>The source of a provider: namespace and type, with or without the host name of a registry in front.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses"/>
    [Pattern(ProviderSourceRegex)]
    public static string? ProviderSource(string value) =>
        ProviderSourcePattern().IsMatch(value)
            ? null
            : $"must be a namespace and a type, with or without a registry's host name, such as 'registry.example.com/hashicorp/aws', got '{value}'";

    /// <summary>Host name of a Terraform Enterprise installation, without a scheme.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cli/cloud/settings"/>
    [Pattern(HostnameRegex)]
    public static string? Hostname(string value) =>
        HostnamePattern().IsMatch(value) ? null : $"must be a host name such as 'terraform.example.com', without 'https://', got '{value}'";

    /// <summary>The beginning of a state's key in S3: characters that S3 calls safe, and no slash at either end.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html"/>
    [Pattern(KeyPrefixRegex)]
    public static string? KeyPrefix(string value) =>
        KeyPrefixPattern().IsMatch(value) ? null : $"must be letters, digits and '!_.*'()-', with single slashes between them, got '{value}'";

    /// <summary>An organization of HCP Terraform: 3 to 40 letters, digits, hyphens and underscores.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/organizations"/>
    [Pattern(OrganizationRegex)]
    public static string? Organization(string value) =>
        OrganizationPattern().IsMatch(value) ? null : $"must be 3 to 40 letters, digits, hyphens and underscores, got '{value}'";

    /// <summary>A project of HCP Terraform: 3 to 40 letters, digits, spaces, hyphens and underscores, no space at either end.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/projects"/>
    [Pattern(ProjectRegex)]
    public static string? Project(string value) =>
        ProjectPattern().IsMatch(value) ? null : $"must be 3 to 40 letters, digits, spaces, hyphens and underscores, no space at either end, got '{value}'";

    [GeneratedRegex(ConstraintRegex)]
    private static partial Regex ConstraintPattern();

    [GeneratedRegex(ProviderSourceRegex)]
    private static partial Regex ProviderSourcePattern();

    [GeneratedRegex(KeyPrefixRegex)]
    private static partial Regex KeyPrefixPattern();

    [GeneratedRegex(OrganizationRegex)]
    private static partial Regex OrganizationPattern();

    [GeneratedRegex(ProjectRegex)]
    private static partial Regex ProjectPattern();

    [GeneratedRegex(HostnameRegex)]
    private static partial Regex HostnamePattern();
}
