namespace Mooring.Fleet;

/// <summary>
/// Defines the repository whose commits start runs. It contains the output, so it is synthesized before each commit. Requires one of
/// <c>githubAppInstallationId</c> and <c>oauthTokenId</c>.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/vcs"/>
public sealed record VcsRepoSpec
{
    /// <summary>The repository: <c>&lt;organization&gt;/&lt;repository&gt;</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The branch whose commits start runs.</summary>
    /// <value>Defaults to the repository's default branch.</value>
    public string? Branch { get; init; }

    /// <summary>Id of the installation of HCP Terraform's GitHub App, such as <c>ghain-xkhBBD6p8bTCMC5t</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? GithubAppInstallationId { get; init; }

    /// <summary>Id of the OAuth token of a VCS provider that the organization is connected to, such as <c>ot-hmAyP66qk2AMVdbJ</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? OauthTokenId { get; init; }

    /// <summary>
    /// Folder of the stacks in the repository. The working directory of a workspace is its stack's folder there, and only what changes in that
    /// folder starts a run.
    /// </summary>
    /// <value>Defaults to <c>cdktf.out/stacks</c>.</value>
    public string StacksDirectory { get; init; } = "cdktf.out/stacks";
}
