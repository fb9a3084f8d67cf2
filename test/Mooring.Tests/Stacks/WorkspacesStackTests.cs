using System.Text.Json.Nodes;
using FluentAssertions;
using FsCheck.Fluent;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Fleets.Generated;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The stack of a fleet's workspaces in HCP Terraform.</summary>
public sealed class WorkspacesStackTests : IDisposable
{
    private const string Workspaces = "workspaces";
    private const string Repository = "    vcsRepo: { identifier: example/shop-fleet, oauthTokenId: ot-hmAyP66qk2AMVdbJ }\n";
    private const string Credentials = "    dynamicCredentials: { roleArn: arn:aws:iam::111122223333:role/terraform }\n";

    private static readonly string s_text = File.ReadAllText(TestKit.Repository.PathOf("test", "Mooring.TestKit", "Fleets", "workspaces.yaml"))
        .ReplaceLineEndings("\n");

    private readonly TemporaryDirectory _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void It_is_what_was_reviewed() => Snapshot.Verify($"{Workspaces}/{Workspaces}", Stack().Text);

    [Fact]
    public void It_is_applied_before_all_others_because_init_would_create_their_workspaces()
    {
        var plan = FleetLayout.Plan(FleetFile.Parse(s_text));

        plan[0].Name.Should().Be(Workspaces);
        plan.Skip(1).Should().AllSatisfy(stack => stack.Dependencies.Should().StartWith(Workspaces));
    }

    [Fact]
    public void Without_the_key_there_is_none()
    {
        var plan = FleetLayout.Plan(FleetFile.Parse(Unmanaged()));

        plan.Select(stack => stack.Kind).Should().NotContain(StackKind.Workspaces);
        plan.Should().AllSatisfy(stack => stack.Dependencies.Should().NotContain(Workspaces));
    }

    [Fact]
    public void No_other_stack_sees_its_settings() =>
        FleetLayout
            .Plan(FleetFile.Parse(s_text))
            .Skip(1)
            .Select(stack => stack.SliceBytes)
            .Should()
            .BeEquivalentTo(FleetLayout.Plan(FleetFile.Parse(Unmanaged())).Select(stack => stack.SliceBytes), order => order.WithStrictOrdering());

    [Theory]
    [InlineData("weight: 90", "weight: 80", false)]
    [InlineData("name: web, port: 80", "name: shop, port: 80", false)]
    [InlineData("  root:\n", "  red: { existing: true }\n  root:\n", true)]
    [InlineData("project: shop", "project: other", true)]
    public void It_changes_with_stacks_and_settings_only(string old, string @new, bool changes)
    {
        var before = FleetLayout.Plan(FleetFile.Parse(s_text))[0].SliceBytes;
        var after = FleetLayout.Plan(FleetFile.Parse(With((old, @new))))[0].SliceBytes;

        after.SequenceEqual(before).Should().Be(!changes);
    }

    [Fact]
    public void Run_triggers_follow_the_manifest()
    {
        var stack = Stack();
        var triggers = stack
            .Resources("tfe_run_trigger")
            .Values.Select(trigger => (To: Referred(trigger, "workspace_id"), From: Referred(trigger, "sourceable_id")));

        triggers
            .Should()
            .BeEquivalentTo(
                FleetLayout
                    .Plan(FleetFile.Parse(s_text))
                    .Skip(1)
                    .SelectMany(each => each.Dependencies.Skip(1).Select(dependency => (To: each.Name, From: dependency)))
            );
    }

    [Fact]
    public void Runs_of_the_cli_have_no_run_triggers_and_no_working_directory()
    {
        var stack = Stack((Repository, ""));

        stack.ResourceTypes.Should().NotContain("tfe_run_trigger");
        stack.Resources("tfe_workspace").Values.Should().AllSatisfy(workspace => workspace["working_directory"]!.GetValue<string>().Should().BeEmpty());
        stack.Resources("tfe_workspace").Values.Should().AllSatisfy(workspace => workspace["vcs_repo"].Should().BeNull());
    }

    /// <summary>The working directory is where the stack is, with its fleet's name where several are synthesized together.</summary>
    [Theory]
    [InlineData(false, "cdktf.out/stacks/cluster-blue")]
    [InlineData(true, "cdktf.out/stacks/shop-cluster-blue")]
    public void A_commit_runs_in_the_folder_of_its_stack(bool hasOther, string folder)
    {
        FleetSpec[] fleets =
        [
            FleetFile.Parse(s_text),
            .. hasOther ? [FleetFile.Parse(SmallFleet.TextWith("name: shop", "name: other"))] : Array.Empty<FleetSpec>(),
        ];
        var stack = TerraformJson.Of(FleetLayout.Plan(fleets)[0].DefineIn(TestApp.Create()));

        stack.Resource("tfe_workspace", "cluster-blue")["working_directory"]!.GetValue<string>().Should().Be(folder);
    }

    [Fact]
    public void Workspaces_that_init_created_are_imported_by_their_names() =>
        Stack(("workspaces: managed", "workspaces: adopted"))
            .Imports.Should()
            .Contain(("tfe_workspace.cluster-blue", "example/shop-cluster-blue"))
            .And.HaveCount(FleetLayout.Plan(FleetFile.Parse(s_text)).Count - 1);

    [Fact]
    public void A_project_that_others_use_is_looked_up_and_only_the_workspaces_of_the_fleet_have_its_credentials()
    {
        var stack = Stack(("    project: shop\n", "    project: shop\n    existingProject: true\n"));

        stack.ResourceTypes.Should().NotContain("tfe_project").And.NotContain("tfe_project_variable_set");
        stack.Data("tfe_project")["name"]!.GetValue<string>().Should().Be("shop");
        stack.Resources("tfe_workspace_variable_set").Should().HaveSameCount(stack.Resources("tfe_workspace"));
        stack.Terraform["cloud"]!["workspaces"]!.ToJsonString().Should().Be("""{"name":"shop-workspaces","project":"shop"}""");
    }

    [Fact]
    public void Only_a_role_that_is_created_needs_aws()
    {
        Stack().Text.Should().NotContain("aws_").And.NotContain("\"aws\"");

        var created = Stack((Credentials, "    dynamicCredentials: { policyArns: [arn:aws:iam::aws:policy/AdministratorAccess] }\n"));

        created.Resource("aws_iam_role")["name"]!.GetValue<string>().Should().Be("shop-hcp-terraform");
        created.Resource("aws_iam_openid_connect_provider")["url"]!.GetValue<string>().Should().Be("https://app.terraform.io");
    }

    /// <summary>Another fleet in the project, and the stack of the workspaces itself, are none of them.</summary>
    [Fact]
    public void The_role_trusts_the_workspaces_of_the_fleet_in_every_phase()
    {
        var created = Stack((Credentials, "    dynamicCredentials: { policyArns: [arn:aws:iam::aws:policy/AdministratorAccess] }\n"));
        var conditions = created.Data("aws_iam_policy_document")["statement"]![0]!["condition"]!.AsArray();

        conditions[0]!.ToJsonString().Should().Be("""{"test":"StringEquals","values":["aws.workload.identity"],"variable":"app.terraform.io:aud"}""");
        conditions[1]!["test"]!.GetValue<string>().Should().Be("StringLike");
        conditions[1]!["values"]!
            .AsArray()
            .Select(value => value!.GetValue<string>())
            .Should()
            .Equal(
                StackKind
                    .All.Where(kind => kind != StackKind.Workspaces)
                    .Select(kind => $"organization:example:project:shop:workspace:shop-{kind}-*:run_phase:*")
            );
    }

    /// <summary>HCP Terraform finds a project in any case, and its tokens have the name as it is there.</summary>
    [Fact]
    public void The_role_trusts_an_existing_project_by_its_own_name()
    {
        var created = Stack(
            (Credentials, "    dynamicCredentials: { policyArns: [arn:aws:iam::aws:policy/AdministratorAccess] }\n"),
            ("    project: shop\n", "    project: Shop\n    existingProject: true\n")
        );

        created.Data("aws_iam_policy_document")["statement"]![0]!["condition"]![1]!["values"]!
            .AsArray()
            .Select(value => $"{value}")
            .Should()
            .Contain("organization:example:project:${data.tfe_project.Project.name}:workspace:shop-cluster-*:run_phase:*");
    }

    [Fact]
    public void The_role_may_assume_the_roles_of_the_locations()
    {
        var created = Stack(
            (Credentials, "    dynamicCredentials: { policyArns: [arn:aws:iam::aws:policy/AdministratorAccess] }\n"),
            (
                "argoCd:\n",
                """
                locations:
                  us: { account: "222233334444", region: us-east-1, vpc: vpc-0f9e8d7c6b5a43210, assumeRole: arn:aws:iam::222233334444:role/us }
                argoCd:

                """
            )
        );

        JsonNode.Parse(created.Resource("aws_iam_role_policy")["policy"]!.GetValue<string>())!["Statement"]![0]!
            .ToJsonString()
            .Should()
            .Be("""{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["arn:aws:iam::222233334444:role/us"]}""");
    }

    /// <summary>The stack <c>workspaces</c> of a fleet <c>shop-cluster</c>, and the cluster <c>workspaces</c> of a fleet <c>shop</c>.</summary>
    [Fact]
    public void Its_state_is_that_of_no_cluster_of_another_fleet()
    {
        var shop = FleetFile.Parse(s_text);

        StateBackend.NameOf(shop, Workspaces).Should().Be("shop-workspaces");
        StateBackend.NameOf(shop, "cluster-workspaces").Should().Be("shop-cluster-workspaces");
        StateBackend.NameOf(shop with { Name = "shop-cluster" }, Workspaces).Should().StartWith("shop-cluster-workspaces-");
    }

    /// <summary>The check counts what the layout says.</summary>
    [Fact]
    public void The_most_run_triggers_of_a_cluster_are_as_many_as_one_of_its_stacks_has_dependencies()
    {
        var generated = FleetGenerator.Fleet(most: 4).Sample(60).Select(fleet => fleet.Text);
        string[] texts =
        [
            .. generated.Where(text => FleetDocument.FaultsOf(text).Count == 0),
            s_text,
            HandedOverFrom("argocd", to: "helm"),
            HandedOverFrom("helm", to: "argocd"),
        ];
        foreach (var fleet in texts.Select(text => OriginalNames.Of(FleetFile.Parse(text))))
        {
            FleetLayout
                .PlacesOf(fleet)
                .Where(place => place.Kind != StackKind.LoadBalancer)
                .GroupBy(place => place.Subject, place => place.Dependencies.Count)
                .ToDictionary(places => places.Key, places => places.Max())
                .Should()
                .BeEquivalentTo(fleet.Clusters.Keys.ToDictionary(name => name, name => RunTriggerSources.MostOf(fleet, name)));
        }
    }

    private static string Referred(JsonNode trigger, string attribute) => trigger[attribute]!.GetValue<string>().Split('.')[1];

    private static string With(params (string Old, string New)[] replacements) =>
        replacements.Aggregate(
            s_text,
            (text, pair) =>
            {
                text.Should().Contain(pair.Old);
                return text.Replace(pair.Old, pair.New, StringComparison.Ordinal);
            }
        );

    private static string HandedOverFrom(string delivery, string to) =>
        With(("  blue:\n    existing: true\n", $"  blue:\n    existing: true\n    delivery: {to}\n    handoverFrom: {delivery}\n"));

    private static string Unmanaged() => With(("    workspaces: managed\n    executionMode: remote\n", ""), (Repository, ""), (Credentials, ""));

    private TerraformJson Stack(params (string Old, string New)[] replacements)
    {
        var stacks = FleetSynthesis.Synthesize(FleetFile.Parse(With(replacements)), _output.Path).Stacks;
        return new TerraformJson(File.ReadAllText(stacks.Single(stack => stack.Name == Workspaces).File));
    }
}
