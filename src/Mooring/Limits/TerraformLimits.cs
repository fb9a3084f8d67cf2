using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What Terraform and HCP Terraform accept.</summary>
/// <seealso cref="Limit"/>
internal static partial class TerraformLimits
{
    /// <summary>The most characters of a workspace's name.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create"/>
    public const int WorkspaceLength = 90;

    private const string HostnameRegex = @"^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?(\.[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?)+(:[0-9]{1,5})?\z";

    /// <summary>Host name of a Terraform Enterprise installation, without a scheme.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cli/cloud/settings"/>
    [Pattern(HostnameRegex)]
    public static string? Hostname(string value) =>
        HostnamePattern().IsMatch(value) ? null : $"must be a host name such as 'terraform.example.com', without 'https://', got '{value}'";

    [GeneratedRegex(HostnameRegex)]
    private static partial Regex HostnamePattern();
}
