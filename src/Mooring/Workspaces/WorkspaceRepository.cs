namespace Mooring.Workspaces;

/// <summary>A repository whose commits start the runs of a workspace.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/vcs"/>
public sealed record WorkspaceRepository
{
    /// <summary>The repository: <c>&lt;organization&gt;/&lt;repository&gt;</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The branch whose commits start runs.</summary>
    /// <value>Defaults to the repository's default branch.</value>
    public string? Branch { get; init; }

    /// <summary>Id of the installation of HCP Terraform's GitHub App; this, or <see cref="OauthTokenId"/>.</summary>
    /// <value>Defaults to none.</value>
    public string? GithubAppInstallationId { get; init; }

    /// <summary>Id of the OAuth token of a VCS provider; this, or <see cref="GithubAppInstallationId"/>.</summary>
    /// <value>Defaults to none.</value>
    public string? OauthTokenId { get; init; }
}
