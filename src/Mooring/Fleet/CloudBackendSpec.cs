namespace Mooring.Fleet;

/// <summary>Defines state, and runs, in HCP Terraform or Terraform Enterprise.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/cloud/settings"/>
public sealed record CloudBackendSpec
{
    /// <summary>Organization that the workspaces belong to.</summary>
    public required string Organization { get; init; }

    /// <summary>Project in which a workspace is created when it does not exist.</summary>
    /// <value>Defaults to the organization's default project.</value>
    public string? Project { get; init; }

    /// <summary>Host name of a Terraform Enterprise installation.</summary>
    /// <value>Defaults to HCP Terraform.</value>
    public string? Hostname { get; init; }
}
