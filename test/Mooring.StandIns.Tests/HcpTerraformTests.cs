using FluentAssertions;
using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>What HCP Terraform, or its provider, refuses.</summary>
public class HcpTerraformTests
{
    private readonly PretendedAccount _account = new("111122223333");
    private readonly TfeStandIn _standIn = new();
    private readonly string _project;

    public HcpTerraformTests() => _project = Create("tfe_project", """{ "organization": "example", "name": "shop" }""");

    [Theory]
    [InlineData("shop cluster")]
    [InlineData("shop.cluster")]
    [InlineData("")]
    public void A_workspace_has_letters_digits_hyphens_and_underscores_in_its_name(string name) =>
        Refusal.Of(() => Workspace(name)).Should().Contain("Name can only include letters, numbers, -, and _");

    [Fact]
    public void A_name_has_at_most_90_characters()
    {
        Refusal.Of(() => Workspace(new string('a', 91))).Should().Contain("at most 90 characters");
        Refusal.Of(() => Workspace(new string('a', 90))).Should().BeNull();
    }

    [Fact]
    public void The_name_of_a_workspace_that_init_created_is_taken()
    {
        Workspace("shop-cluster-blue");

        Refusal.Of(() => Workspace("shop-cluster-blue")).Should().Contain("Name has already been taken");
    }

    [Theory]
    [InlineData("/cdktf.out/stacks/cluster-blue")]
    [InlineData("../stacks/cluster-blue")]
    public void A_working_directory_is_in_the_repository(string directory) =>
        Refusal.Of(() => Workspace("shop-cluster-blue", $$""", "working_directory": "{{directory}}" """)).Should().Contain("Working directory is invalid");

    [Fact]
    public void A_repository_needs_a_connection() =>
        Refusal
            .Of(() => Workspace("shop-cluster-blue", """, "vcs_repo": [{ "identifier": "example/shop" }]"""))
            .Should()
            .Contain("one of vcs_repo.0.github_app_installation_id, vcs_repo.0.oauth_token_id must be specified");

    [Fact]
    public void Runs_are_started_by_20_other_workspaces_at_most()
    {
        var workspace = Workspace("shop-cluster-blue");
        var sources = Enumerable.Range(1, 21).Select(number => Workspace($"shop-load-balancer-{number}")).ToArray();
        sources[..20].ToList().ForEach(source => Trigger(workspace, source));

        Refusal.Of(() => Trigger(workspace, sources[20])).Should().Contain("at most 20 source workspaces");
    }

    [Fact]
    public void No_run_is_started_by_its_own_workspace_or_by_another_one_twice()
    {
        var (workspace, source) = (Workspace("shop-cluster-blue"), Workspace("shop-load-balancer-public"));
        Trigger(workspace, source);

        Refusal.Of(() => Trigger(workspace, source)).Should().Contain("Sourceable has already been taken");
        Refusal.Of(() => Trigger(workspace, workspace)).Should().Contain("Sourceable cannot be the workspace itself");
        Refusal.Of(() => Trigger(workspace, "ws-none")).Should().Contain("resource not found: workspace ws-none");
    }

    [Fact]
    public void An_agent_pool_exists_and_belongs_to_the_mode()
    {
        var workspace = Workspace("shop-cluster-blue");

        Refusal.Of(() => Settings(workspace, "agent", "apool-none")).Should().Contain("resource not found: agent pool apool-none");
        Refusal.Of(() => Settings(workspace, "agent", null)).Should().Contain("\"agent_pool_id\" is required");
    }

    [Fact]
    public void Settings_switch_off_what_they_do_not_say()
    {
        var workspace = Workspace("shop-cluster-blue", """, "auto_apply": true, "assessments_enabled": true""");

        Settings(workspace, "remote", null);

        var settled = _account.Of("tfe_workspace").Single().Value;
        (settled["auto_apply"] == false, settled["assessments_enabled"] == false).Should().Be((true, true));
    }

    /// <summary>The provider deletes the settings first, and then asks for the deletion of the workspace, which may be refused.</summary>
    [Fact]
    public void A_workspace_without_settings_has_those_of_a_new_one()
    {
        var workspace = Workspace("shop-cluster-blue", """, "auto_apply": true""");
        Settings(workspace, "remote", null);

        Remote.Delete("tfe_workspace_settings", _account.Of("tfe_workspace_settings").Single().Value);

        (_account.Of("tfe_workspace").Single().Value["auto_apply"] == false).Should().BeTrue();
    }

    [Fact]
    public void Names_of_projects_differ_in_more_than_the_case_of_letters() =>
        Refusal.Of(() => Create("tfe_project", """{ "organization": "example", "name": "Shop" }""")).Should().Contain("Name has already been taken");

    [Fact]
    public void A_webhook_has_a_url() =>
        Refusal
            .Of(() =>
                Create("tfe_notification_configuration", $$"""{ "name": "on_call", "destination_type": "slack", "workspace_id": "{{Workspace("a")}}" }""")
            )
            .Should()
            .Contain("Url can't be blank");

    [Fact]
    public void A_project_with_workspaces_is_not_deleted()
    {
        Workspace("shop-cluster-blue");

        Refusal.Of(() => Remote.Delete("tfe_project", _account.Of("tfe_project").Single().Value)).Should().Contain("the project has workspaces");
    }

    [Fact]
    public void A_workspace_with_resources_is_not_deleted()
    {
        Workspace("shop-cluster-blue");
        var workspace = _account.Of("tfe_workspace").Single().Value;

        var existing = new ExistingWorkspaces(_account, "example", hostname: null);
        existing.SetResources("shop-cluster-blue", 3);
        Refusal.Of(() => Remote.Delete("tfe_workspace", workspace)).Should().Contain("This workspace has 3 resources under management");
        existing.SetResources("shop-cluster-blue", 0);
        Refusal.Of(() => Remote.Delete("tfe_workspace", workspace)).Should().BeNull();
    }

    private RemoteCalls Remote => new(_standIn, _standIn.Configure(_account, Value.Object([])));

    private string Workspace(string name, string others = "") =>
        Create("tfe_workspace", $$"""{ "organization": "example", "project_id": "{{_project}}", "name": "{{name}}" {{others}} }""");

    private void Trigger(string workspace, string source) =>
        Create("tfe_run_trigger", $$"""{ "workspace_id": "{{workspace}}", "sourceable_id": "{{source}}" }""");

    private void Settings(string workspace, string mode, string? pool) =>
        Create(
            "tfe_workspace_settings",
            $$"""{ "workspace_id": "{{workspace}}", "execution_mode": "{{mode}}", "agent_pool_id": {{(pool is null ? "null" : $"\"{pool}\"")}} }"""
        );

    private string Create(string type, string configuration)
    {
        var provider = new ProviderInstance(_standIn, _account);
        provider.Configure(Value.Object([]));
        var fitting = SchemaValues.Fit(_standIn.Schema.ResourceSchemas[type].Block, TerraformValue.Parse(configuration));
        return Remote.Create(type, provider.Plan(type, Value.Null, fitting, fitting).Planned)["id"].Text!;
    }
}
