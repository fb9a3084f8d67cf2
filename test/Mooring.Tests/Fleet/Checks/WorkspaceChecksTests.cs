using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>The workspaces of a fleet in HCP Terraform, and the pairs of settings that exclude each other.</summary>
public class WorkspaceChecksTests
{
    private const string Argo = "argoCd:\n";

    [Theory]
    [InlineData("terraformVersion: 1.11.4", "terraformVersion")]
    [InlineData("executionMode: remote", "executionMode")]
    [InlineData("vcsRepo: { identifier: example/shop, oauthTokenId: ot-hmAyP66qk2AMVdbJ }", "vcsRepo")]
    [InlineData("autoApply: true", "autoApply")]
    [InlineData("existingProject: true", "existingProject")]
    public void Settings_are_of_workspaces_that_the_fleet_manages(string setting, string key) =>
        FaultsOf($"project: shop, {setting}")
            .Should()
            .EndWith($"backend.cloud.{key} must be left out without 'workspaces: managed': 'terraform init' creates the workspaces");

    [Fact]
    public void They_are_in_a_project() => FaultsOf("workspaces: managed").Should().EndWith("backend.cloud must have 'project' with 'workspaces: managed'");

    [Fact]
    public void An_agent_pool_belongs_to_the_execution_mode()
    {
        FaultsOf("project: shop, workspaces: managed, agentPool: eks")
            .Should()
            .EndWith("backend.cloud must have 'agentPool' with 'executionMode: agent' and with it only, got 'eks'");
        FaultsOf("project: shop, workspaces: managed, executionMode: agent, agentPool: eks").Should().BeEmpty();
    }

    [Fact]
    public void A_repository_has_one_connection() =>
        FaultsOf(
                "project: shop, workspaces: managed, vcsRepo: { identifier: example/shop, oauthTokenId: ot-hmAyP66qk2AMVdbJ, "
                    + "githubAppInstallationId: ghain-xkhBBD6p8bTCMC5t }"
            )
            .Should()
            .EndWith("backend.cloud.vcsRepo must have one of 'githubAppInstallationId' and 'oauthTokenId', got both");

    [Fact]
    public void Run_triggers_come_with_a_repository() =>
        FaultsOf("project: shop, workspaces: managed, autoApplyRunTrigger: true")
            .Should()
            .EndWith("backend.cloud.autoApplyRunTrigger must be left out without 'vcsRepo': the workspaces have no run triggers");

    [Theory]
    [InlineData("{}", "must have one of 'roleArn' and 'policyArns', got none")]
    [InlineData(
        "{ roleArn: 'arn:aws:iam::111122223333:role/x', policyArns: ['arn:aws:iam::aws:policy/x'] }",
        "must have one of 'roleArn' and 'policyArns', got both"
    )]
    public void Runs_have_one_role(string credentials, string fault) =>
        FaultsOf($"project: shop, workspaces: managed, dynamicCredentials: {credentials}").Should().EndWith($"backend.cloud.dynamicCredentials {fault}");

    [Fact]
    public void A_role_that_exists_names_its_own_oidc_provider() =>
        FaultsOf("project: shop, workspaces: managed, dynamicCredentials: { roleArn: 'arn:aws:iam::111122223333:role/x', oidcProvider: existing }")
            .Should()
            .EndWith("backend.cloud.dynamicCredentials.oidcProvider must be left out with 'roleArn': the role that exists names its OIDC provider");

    [Fact]
    public void Users_receive_email_and_nothing_else()
    {
        FaultsOf("project: shop, workspaces: managed, notifications: { on_call: { destinationType: email } }")
            .Should()
            .EndWith("backend.cloud.notifications.on_call must have 'emailUserIds' with 'destinationType: email' and with it only, got 0");
        FaultsOf("project: shop, workspaces: managed, notifications: { on-call: { destinationType: slack } }")
            .Should()
            .EndWith(
                "backend.cloud.notifications.on-call has a name that must be 1 to 63 lower-case letters, digits and underscores, with a letter in front, got "
                    + "'on-call'"
            );
    }

    [Fact]
    public void An_event_is_notified_once() =>
        FaultsOf("project: shop, workspaces: managed, notifications: { on_call: { destinationType: slack, triggers: ['run:errored', 'run:errored'] } }")
            .Should()
            .EndWith("backend.cloud.notifications.on_call.triggers must not have an entry twice");

    /// <summary>
    /// A registration waits for the cluster where Argo CD runs, for its own, and for its load balancers, of which the small fleet has one: the nineteenth is
    /// one too many.
    /// </summary>
    [Theory]
    [InlineData(17, "")]
    [InlineData(18, "with its load balancers cluster 'blue' has 21")]
    public void A_workspace_has_at_most_20_sources_of_run_triggers(int others, string fault)
    {
        var names = Enumerable.Range(1, others).Select(number => $"lb{number}").ToArray();
        var loadBalancers = string.Concat(names.Select(name => $"  {name}: {{ existing: {name}, listeners: {{}} }}\n"));
        var bindings = string.Concat(names.Select(name => $"      - {{ loadBalancer: {name}, service: {{ namespace: web, name: {name}, port: 80 }} }}\n"));

        var faults = SmallFleet.FaultsWith(
            (Argo, Backend("project: shop, workspaces: managed, vcsRepo: { identifier: example/shop, oauthTokenId: ot-hmAyP66qk2AMVdbJ }") + Argo),
            ("loadBalancers:\n", "loadBalancers:\n" + loadBalancers),
            ("    bindings:\n", "    bindings:\n" + bindings)
        );

        (fault.Length == 0 ? faults == string.Empty : faults.Contains(fault)).Should().BeTrue(faults);
    }

    [Fact]
    public void An_oidc_provider_in_iam_has_no_port()
    {
        const string host = "hostname: 'terraform.example.com:8443', project: shop, workspaces: managed";

        FaultsOf($"{host}, dynamicCredentials: {{ policyArns: ['arn:aws:iam::aws:policy/x'] }}")
            .Should()
            .EndWith(
                "backend.cloud.hostname must have no port with 'policyArns': the URL of an OIDC provider in IAM has none, got 'terraform.example.com:8443'"
            );
        FaultsOf($"{host}, dynamicCredentials: {{ roleArn: 'arn:aws:iam::111122223333:role/x' }}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("release/2.x", true)]
    [InlineData("fix#12", true)]
    [InlineData("a..b", false)]
    [InlineData("-x", false)]
    [InlineData("x.", false)]
    public void A_branch_is_one_of_git(string branch, bool isValid) =>
        FaultsOf(
                $"project: shop, workspaces: managed, vcsRepo: {{ identifier: example/shop, oauthTokenId: ot-hmAyP66qk2AMVdbJ, branch: '{branch}', "
                    + "stacksDirectory: .github/stacks }"
            )
            .Should()
            .Match(faults => isValid ? faults.Length == 0 : faults.Contains("backend.cloud.vcsRepo.branch must be a branch"));

    [Theory]
    [InlineData(
        "project: other, workspaces: managed",
        "workspaces must be 'adopted' for one apply: 'terraform init' has created the workspaces, and their names"
    )]
    [InlineData("project: other, workspaces: adopted", "")]
    [InlineData(
        "project: Shop, workspaces: adopted",
        "existingProject must be true: the project exists, because 'terraform init' has created workspaces in it, got false"
    )]
    [InlineData("project: shop, workspaces: adopted, existingProject: true", "")]
    [InlineData("organization: another, project: shop, workspaces: managed", "")]
    public void Workspaces_that_init_created_are_adopted_first(string cloud, string fault) =>
        ChangeFaults
            .LinesOf(TextOf("project: shop"), TextOf(cloud))
            .Should()
            .Match(faults => fault.Length == 0 ? faults.Length == 0 : faults.StartsWith($"backend.cloud.{fault}"));

    [Theory]
    [InlineData("project: shop, workspaces: adopted", "project: shop, workspaces: managed", "")]
    [InlineData(
        "project: shop, workspaces: managed",
        "project: shop, workspaces: managed, existingProject: true",
        "existingProject must be false, as deployed: Terraform would delete the project, which HCP Terraform refuses"
    )]
    public void A_project_stays_what_it_is(string deployed, string cloud, string fault) =>
        ChangeFaults
            .LinesOf(TextOf(deployed), TextOf(cloud))
            .Should()
            .Match(faults => fault.Length == 0 ? faults.Length == 0 : faults.StartsWith($"backend.cloud.{fault}"));

    /// <summary>There is no workspace to import for a stack that was never initialized.</summary>
    [Fact]
    public void No_stack_is_new_while_workspaces_are_adopted() =>
        ChangeFaults
            .LinesOf(
                TextOf("project: shop"),
                TextOf("project: other, workspaces: adopted")
                    .Replace("  root:\n", "  yellow: { existing: true, registration: { create: false } }\n  root:\n", StringComparison.Ordinal)
            )
            .Should()
            .StartWith("backend.cloud.workspaces must not be 'adopted' in a change that adds a stack: cluster 'yellow' has no workspace yet");

    private static string TextOf(string cloud) => SmallFleet.TextWith(Argo, Backend(cloud) + Argo);

    private static string Backend(string cloud) =>
        $"backend: {{ cloud: {{ {(cloud.StartsWith("organization", StringComparison.Ordinal) ? string.Empty : "organization: example, ")}{cloud} }} }}\n"
        + "clusterAuthentication: token\n";

    private static string FaultsOf(string cloud) => SmallFleet.FaultsWith(Argo, Backend(cloud) + Argo);
}
