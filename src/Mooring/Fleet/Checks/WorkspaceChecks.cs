using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.Workspaces;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the settings of the workspaces that a fleet manages in HCP Terraform.</summary>
internal static class WorkspaceChecks
{
    private static readonly string[] s_propertiesOfInit =
    [
        nameof(CloudBackendSpec.Organization),
        nameof(CloudBackendSpec.Project),
        nameof(CloudBackendSpec.Hostname),
        nameof(CloudBackendSpec.Workspaces),
    ];

    /// <summary>Adds the errors of a backend in HCP Terraform.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cloud">Its backend.</param>
    /// <param name="scope">The backend's place.</param>
    public static void Check(FleetSpec fleet, CloudBackendSpec cloud, FaultScope scope)
    {
        if (scope.At(cloud.Workspaces).IsUnreadable)
        {
            return;
        }

        if (!cloud.ManagesWorkspaces)
        {
            scope.AddOthersThan(s_propertiesOfInit, "must be left out without 'workspaces: managed': 'terraform init' creates the workspaces");
            return;
        }

        scope.AddBeside(cloud.Project is null && !scope.At(cloud.Project).IsUnreadable ? "must have 'project' with 'workspaces: managed'" : null);
        scope.Check(cloud.TerraformVersion, version => TerraformLimits.VersionConstraint(version) ?? TerraformText.Verbatim(version));
        CheckAgentPool(cloud, scope);
        CheckRuns(fleet, cloud, scope);
        CheckCredentials(cloud, scope);
        CheckNotifications(cloud, scope);
    }

    private static void CheckAgentPool(CloudBackendSpec cloud, FaultScope scope)
    {
        scope.Check(cloud.AgentPool, name => TerraformLimits.AgentPool(name) ?? TerraformText.Verbatim(name));
        var isKnown = !scope.At(cloud.ExecutionMode).IsUnreadable && !scope.At(cloud.AgentPool).IsUnreadable;
        scope.AddBeside(
            isKnown && (cloud.ExecutionMode == ExecutionMode.Agent) != cloud.AgentPool is not null
                ? $"must have 'agentPool' with 'executionMode: agent' and with it only, got {(cloud.AgentPool is null ? "none" : $"'{cloud.AgentPool}'")}"
                : null
        );
    }

    private static void CheckRuns(FleetSpec fleet, CloudBackendSpec cloud, FaultScope scope)
    {
        if (cloud.VcsRepo is not { } repository)
        {
            scope
                .At(cloud.AutoApplyRunTrigger)
                .AddIf(cloud.AutoApplyRunTrigger ? "must be left out without 'vcsRepo': the workspaces have no run triggers" : null, scope.At(cloud.VcsRepo));
            return;
        }

        var at = scope.At(cloud.VcsRepo);
        at.Check(repository.Identifier, name => TerraformLimits.Repository(name) ?? TerraformText.Verbatim(name));
        at.Check(repository.Branch, TerraformLimits.Branch);
        at.Check(repository.GithubAppInstallationId, TerraformLimits.GithubAppInstallation);
        at.Check(repository.OauthTokenId, TerraformLimits.OauthToken);
        at.Check(repository.StacksDirectory, TerraformLimits.Directory);
        var isKnown = !at.At(repository.GithubAppInstallationId).IsUnreadable && !at.At(repository.OauthTokenId).IsUnreadable;
        at.AddBeside(
            isKnown && (repository.GithubAppInstallationId is null) == (repository.OauthTokenId is null)
                ? $"must have one of 'githubAppInstallationId' and 'oauthTokenId', got {(repository.OauthTokenId is null ? "none" : "both")}"
                : null
        );
        CheckRunTriggers(fleet, at);
    }

    /// <summary>A cluster's registration or binding has the most sources: its load balancers, and stacks of clusters.</summary>
    private static void CheckRunTriggers(FleetSpec fleet, FaultScope at)
    {
        foreach (var name in fleet.Clusters.Keys)
        {
            var sources = RunTriggerSources.MostOf(fleet, name);
            at.AddBeside(
                sources > TerraformLimits.MostRunTriggerSources
                    ? $"must be left out where a stack waits for more than {TerraformLimits.MostRunTriggerSources} others, which is the most that run "
                        + $"triggers of a workspace have: with its load balancers cluster '{name}' has {sources}"
                    : null
            );
        }
    }

    private static void CheckCredentials(CloudBackendSpec cloud, FaultScope scope)
    {
        if (cloud.DynamicCredentials is not { } credentials)
        {
            return;
        }

        var at = scope.At(cloud.DynamicCredentials);
        at.Check(credentials.RoleArn, AwsLimits.RoleArn);
        at.CheckEach(credentials.PolicyArns, AwsLimits.PolicyArn);
        at.Check(credentials.PolicyArns, Limit.NoneTwice);
        at.At(credentials.PolicyArns).AddIf(IamLimits.RolePolicies(credentials.PolicyArns.Count));
        var isKnown = !at.At(credentials.RoleArn).IsUnreadable && !at.At(credentials.PolicyArns).IsUnreadable;
        at.AddBeside(
            isKnown && (credentials.RoleArn is null) == (credentials.PolicyArns.Count == 0)
                ? $"must have one of 'roleArn' and 'policyArns', got {(credentials.RoleArn is null ? "none" : "both")}"
                : null
        );
        scope
            .At(cloud.Hostname)
            .AddIf(
                credentials.PolicyArns.Count > 0 && cloud.Hostname?.Contains(':', StringComparison.Ordinal) == true
                    ? $"must have no port with 'policyArns': the URL of an OIDC provider in IAM has none, got '{cloud.Hostname}'"
                    : null
            );
        at.At(credentials.OidcProvider)
            .AddIf(
                credentials is { RoleArn: not null, OidcProvider: OidcProviderSource.Existing }
                    ? "must be left out with 'roleArn': the role that exists names its OIDC provider"
                    : null
            );
    }

    private static void CheckNotifications(CloudBackendSpec cloud, FaultScope scope)
    {
        var at = scope.At(cloud.Notifications);
        at.AddIf(TerraformLimits.Notifications(cloud.Notifications.Count));
        foreach (var (name, notification) in cloud.Notifications)
        {
            var entry = at.Entry(name);
            entry.CheckName(name, TerraformLimits.NotificationName);
            entry.Check(notification.Triggers, Limit.NoneTwice);
            entry.At(notification.Triggers).AddIf(TerraformLimits.NotificationTriggers(notification.Triggers.Count));
            entry.CheckEach(notification.EmailUserIds, TerraformLimits.User);
            entry.Check(notification.EmailUserIds, Limit.NoneTwice);
            var isKnown = !entry.At(notification.DestinationType).IsUnreadable && !entry.At(notification.EmailUserIds).IsUnreadable;
            entry.AddBeside(
                isKnown && (notification.DestinationType == NotificationDestination.Email) != notification.EmailUserIds.Count > 0
                    ? $"must have 'emailUserIds' with 'destinationType: email' and with it only, got {notification.EmailUserIds.Count}"
                    : null
            );
        }
    }
}
