using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What Terraform and HCP Terraform accept.</summary>
/// <seealso cref="Limit"/>
internal static partial class TerraformLimits
{
    /// <summary>The most characters of a workspace's name.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create"/>
    public const int WorkspaceLength = 90;

    /// <summary>The most workspaces whose runs start runs of one workspace.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/run-triggers"/>
    public const int MostRunTriggerSources = 20;

    /// <summary>The most notifications of a workspace.</summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/tfe/latest/docs/resources/notification_configuration"/>
    public const int MostNotifications = 20;

    private const string ConditionRegex = @"((=|!=|>|>=|<|<=|~>) ?)?[0-9]{1,9}(\.[0-9]{1,9}){0,2}(-[0-9A-Za-z.-]{1,64})?";
    private const string ConstraintRegex = $@"^{ConditionRegex}(, ?{ConditionRegex})*\z";
    private const string ProviderSourceRegex =
        @"^([0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)+(:[0-9]{1,5})?/)?[0-9a-z]([0-9a-z_-]*[0-9a-z])?/[0-9a-z]([0-9a-z_-]*[0-9a-z])?\z";
    private const string KeyPrefixRegex = @"^[0-9A-Za-z!_.*'()-]{1,255}(/[0-9A-Za-z!_.*'()-]{1,255})*\z";
    private const string OrganizationRegex = @"^[0-9A-Za-z_-]{3,40}\z";
    private const string ProjectRegex = @"^[0-9A-Za-z_-][0-9A-Za-z _-]{1,38}[0-9A-Za-z_-]\z";
    private const string WorkspaceRegex = @"^[0-9A-Za-z_-]{1,90}\z";
    private const string AgentPoolRegex = @"^[0-9A-Za-z_-]([0-9A-Za-z _-]{0,88}[0-9A-Za-z_-])?\z";
    private const string NotificationNameRegex = @"^[a-z][a-z0-9_]{0,62}\z";
    private const string RepositoryRegex = @"^[0-9A-Za-z_.~-]{1,255}(/[0-9A-Za-z_.~ -]{1,255})+\z";
    private const string BranchRegex = @"^[0-9A-Za-z_@#](\.?[0-9A-Za-z_@#+-]){0,99}(/[0-9A-Za-z_@#+-](\.?[0-9A-Za-z_@#+-]){0,99})*\z";
    private const string DirectoryRegex = @"^\.?[0-9A-Za-z_-][0-9A-Za-z_.-]{0,99}(/\.?[0-9A-Za-z_-][0-9A-Za-z_.-]{0,99})*\z";
    private const string GithubAppInstallationRegex = @"^ghain-[0-9A-Za-z]{1,32}\z";
    private const string OauthTokenRegex = @"^ot-[0-9A-Za-z]{1,32}\z";
    private const string UserRegex = @"^user-[0-9A-Za-z]{1,32}\z";
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

    /// <summary>Name of a workspace: at most 90 letters, digits, hyphens and underscores.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create"/>
    [Pattern(WorkspaceRegex)]
    public static string? Workspace(string value) =>
        WorkspacePattern().IsMatch(value) ? null : $"must be 1 to {WorkspaceLength} letters, digits, hyphens and underscores, got '{value}'";

    /// <summary>Name of an agent pool: 1 to 90 letters, digits, spaces, hyphens and underscores, no space at either end.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/agents/agent-pools"/>
    [Pattern(AgentPoolRegex)]
    public static string? AgentPool(string value) =>
        AgentPoolPattern().IsMatch(value) ? null : $"must be 1 to 90 letters, digits, spaces, hyphens and underscores, no space at either end, got '{value}'";

    /// <summary>Name of a notification, which is a part of the name of a Terraform variable and of an environment variable.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/values/variables"/>
    [Pattern(NotificationNameRegex)]
    public static string? NotificationName(string value) =>
        NotificationNamePattern().IsMatch(value) ? null : $"must be 1 to 63 lower-case letters, digits and underscores, with a letter in front, got '{value}'";

    /// <summary>How many notifications a workspace has: at most 20.</summary>
    [Entries(0, MostNotifications)]
    public static string? Notifications(int count) => Limit.Entries(count, 0, MostNotifications);

    /// <summary>How many triggers a notification has: at least one, without which it would never be sent.</summary>
    [Entries(1)]
    public static string? NotificationTriggers(int count) => Limit.Entries(count, 1, int.MaxValue);

    /// <summary>How many workspaces start runs of one workspace: at most 20.</summary>
    public static string? RunTriggerSources(int count) => Limit.Entries(count, 0, MostRunTriggerSources);

    /// <summary>A repository, as HCP Terraform names it: <c>example/shop</c>, or <c>example/project/_git/shop</c> in Azure DevOps.</summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/tfe/latest/docs/resources/workspace"/>
    [Pattern(RepositoryRegex)]
    public static string? Repository(string value) =>
        RepositoryPattern().IsMatch(value) ? null : $"must be an organization and a repository, such as 'example/shop', got '{value}'";

    /// <summary>A branch of Git.</summary>
    /// <seealso href="https://git-scm.com/docs/git-check-ref-format"/>
    [Pattern(BranchRegex)]
    public static string? Branch(string value) =>
        BranchPattern().IsMatch(value)
            ? null
            : $"must be a branch: letters, digits and '_.+-@#', with single dots and slashes between them, and no '+' or '-' in front, got '{value}'";

    /// <summary>A folder of a repository, from its root.</summary>
    [Pattern(DirectoryRegex)]
    public static string? Directory(string value) =>
        DirectoryPattern().IsMatch(value)
            ? null
            : $"must be a path from the root of the repository, without '..' and without a slash at either end, such as 'cdktf.out/stacks', got '{value}'";

    /// <summary>Id of an installation of HCP Terraform's GitHub App.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/github-app-installations"/>
    [Pattern(GithubAppInstallationRegex)]
    public static string? GithubAppInstallation(string value) =>
        GithubAppInstallationPattern().IsMatch(value) ? null : $"must be the id of an installation, such as 'ghain-xkhBBD6p8bTCMC5t', got '{value}'";

    /// <summary>Id of an OAuth token of HCP Terraform.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/oauth-tokens"/>
    [Pattern(OauthTokenRegex)]
    public static string? OauthToken(string value) =>
        OauthTokenPattern().IsMatch(value) ? null : $"must be the id of an OAuth token, such as 'ot-hmAyP66qk2AMVdbJ', got '{value}'";

    /// <summary>Id of a user of HCP Terraform.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/users"/>
    [Pattern(UserRegex)]
    public static string? User(string value) =>
        UserPattern().IsMatch(value) ? null : $"must be the id of a user, such as 'user-GhUrbDRAvJqPlb8e', got '{value}'";

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

    [GeneratedRegex(WorkspaceRegex)]
    private static partial Regex WorkspacePattern();

    [GeneratedRegex(AgentPoolRegex)]
    private static partial Regex AgentPoolPattern();

    [GeneratedRegex(NotificationNameRegex)]
    private static partial Regex NotificationNamePattern();

    [GeneratedRegex(RepositoryRegex)]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(BranchRegex)]
    private static partial Regex BranchPattern();

    [GeneratedRegex(DirectoryRegex)]
    private static partial Regex DirectoryPattern();

    [GeneratedRegex(GithubAppInstallationRegex)]
    private static partial Regex GithubAppInstallationPattern();

    [GeneratedRegex(OauthTokenRegex)]
    private static partial Regex OauthTokenPattern();

    [GeneratedRegex(UserRegex)]
    private static partial Regex UserPattern();
}
