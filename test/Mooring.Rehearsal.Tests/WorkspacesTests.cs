using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A fleet manages its workspaces in HCP Terraform, and loses a load balancer whose clusters stay.</summary>
public sealed class WorkspacesTests
{
    private const string OldLoadBalancer = """
          old:
            existing: old-alb
            listeners:
              https:
                port: 443
                rules:
                  - name: shop
                    priority: 100
                    hosts: [shop.example.com]
                    forward:
                      targetGroups: [{ cluster: blue }]

        """;
    private const string OldBinding = "      - { loadBalancer: old, service: { namespace: web, name: old, port: 80 } }\n";
    private const string Yellow = "  yellow: { existing: true }\n";

    private static readonly string s_text = File.ReadAllText(Repository.PathOf("test", "Mooring.TestKit", "Fleets", "workspaces.yaml"))
        .ReplaceLineEndings("\n");

    /// <summary>The clusters' stacks let go of it, then it is destroyed, and then its workspace is deleted, which HCP Terraform refuses before.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_workspaces_are_applied_when_the_load_balancer_is_destroyed()
    {
        var said = new List<string>();

        await RehearseAsync(FleetFile.Parse(s_text), said);

        // Before it is the deployed fleet, and the names of what is synthesized again.
        var changes = said[said.LastIndexOf("cluster-root")..];
        changes.Should().ContainInOrder("cluster-blue", "binding-blue", "load-balancer-old, destroying", "workspaces");
        changes.TakeWhile(stack => stack != "load-balancer-old, destroying").Should().NotContain("workspaces");
    }

    /// <summary>A new cluster needs its workspace before its stack is applied, so that both do not fit into one change.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Beside_a_new_cluster_its_workspace_is_not_deleted()
    {
        var rehearse = () => RehearseAsync(FleetFile.Parse(s_text + Yellow), []);

        (await rehearse.Should().ThrowAsync<TerraformException>()).WithMessage("workspaces: *resources under management and must be force deleted*");
    }

    /// <summary>Each is imported, and stays what it is: Terraform neither replaces nor deletes any.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Workspaces_that_init_created_are_adopted()
    {
        const string managed = "    workspaces: managed\n    executionMode: remote\n";
        var lines = s_text.Split('\n').Where(line => !line.StartsWith("    vcsRepo:", StringComparison.Ordinal)).ToArray();
        var adopted = string.Join('\n', lines).Replace(managed, "    workspaces: adopted\n    existingProject: true\n", StringComparison.Ordinal);
        var initial = string.Join('\n', lines.Where(line => !line.StartsWith("    dynamicCredentials:", StringComparison.Ordinal)))
            .Replace(managed, string.Empty, StringComparison.Ordinal);
        var deployed = FleetFile.Parse(initial);
        var fleet = FleetFile.ParseChange(adopted, deployed);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await session.DeployAsync(deployed);

        var plan = (await session.PlanAsync(fleet, "workspaces"))["workspaces"];

        plan.Resources.Where(resource => resource.IsImported).Should().HaveCount(8).And.OnlyContain(resource => resource.Address.StartsWith("tfe_workspace."));
        plan.Changes.Should().OnlyContain(change => change.Action == ChangeAction.Create || change.Action == ChangeAction.Update);
    }

    private static async Task RehearseAsync(FleetSpec fleet, List<string> said)
    {
        var deployed = FleetFile.Parse(
            s_text
                .Replace("loadBalancers:\n", "loadBalancers:\n" + OldLoadBalancer, StringComparison.Ordinal)
                .Replace("  blue:\n    existing: true\n    bindings:\n", "  blue:\n    existing: true\n    bindings:\n" + OldBinding, StringComparison.Ordinal)
        );
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await FleetRehearsal.RunAsync(session, fleet, deployed, new TextReport(_ => { }), said.Add);
    }
}
