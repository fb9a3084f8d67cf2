using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Stacks.Security;

/// <summary>docs/security.md has the roles of the synthesized stacks.</summary>
public class SecurityPageTests
{
    private const string Begin = "<!-- The tables are written by SecurityPageTests. -->\n";
    private const string End = "\n<!-- The end of the tables. -->\n";

    private static readonly string[] s_controllers = ["ControllerRole", "ControllerRolePolicy"];

    private static readonly SynthesizedRole[] s_roles =
    [
        new("Control plane of a cluster", "fleet/cluster-blue", "Cluster"),
        new("Managed nodes", "fleet/cluster-blue", "NodeGroup-default"),
        new("Self-managed nodes", "everything/cluster-nodes", "SelfManagedNodeGroup-intel"),
        new("Pods on Fargate", "everything/cluster-root", "FargateProfile-batch"),
        new("Karpenter's nodes", "everything/cluster-root", "KarpenterNodes"),
        new("Karpenter", "everything/cluster-root", "KarpenterController"),
        new("Controller, with IRSA", "fleet/cluster-blue", "ControllerRole"),
        new("Controller, with EKS Pod Identity and `strict`", "everything-else/cluster-blue", "ControllerRole"),
        new("Controller, with `networking` and another account", "everything/cluster-blue", "ControllerRole"),
        new("Controller of somebody else", "everything/cluster-lodger", "ControllerRolePolicy"),
        new("Controllers of other accounts", "everything/load-balancer-public", "CrossAccountRole-partner"),
        new("Controller of a cluster in another account", "locations/load-balancer-public", "TargetRole-payments"),
        new("Argo CD itself", "fleet/cluster-root", "ArgoCdRole"),
        new("Argo CD itself, with clusters in other accounts", "locations/cluster-hub", "ArgoCdRole"),
        new("Argo CD in a cluster", "fleet/cluster-blue", "ArgoCdAccess"),
        new("Argo CD in some namespaces", "everything/cluster-lodger", "ArgoCdAccess"),
        new("Runs in HCP Terraform, with `dynamicCredentials`", "everything-else/workspaces", "RunRole"),
    ];

    [Fact]
    public void The_page_has_who_may_assume_each_role_and_what_it_may_do()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "security.md")).ReplaceLineEndings("\n");

        page.Should().Contain(Begin).And.Contain(End);
        Snapshot.VerifyFile(Path.Combine("docs", "security.md"), $"{page.Split(Begin)[0]}{Begin}{Tables()}{End}{page.Split(End)[1]}");
    }

    [Fact]
    public void The_page_has_every_kind_of_role()
    {
        var kinds = SynthesizedRole.Stacks.SelectMany(SynthesizedRole.KindsIn).Distinct().ToArray();

        kinds.Should().HaveCountGreaterThan(5).And.BeSubsetOf(s_roles.Select(role => role.Kind));
    }

    [Fact]
    public void The_page_has_every_action_that_a_role_is_allowed()
    {
        var all = SynthesizedRole.Stacks.SelectMany(stack => s_controllers.Select(kind => new SynthesizedRole(string.Empty, stack, kind)));

        ActionsOf(all).Should().BeSubsetOf(ActionsOf(s_roles));
    }

    [Theory]
    [InlineData("AWS", "*")]
    [InlineData("Service", "*")]
    public void No_role_is_anybodys(string type, string principal) =>
        s_roles.SelectMany(role => role.Trust).Should().NotContain(trust => trust.Principals.Contains($"{type}: `{principal}`"));

    private static IEnumerable<string> ActionsOf(IEnumerable<SynthesizedRole> roles) =>
        roles.SelectMany(role => role.Permissions).SelectMany(permission => permission.Actions.Split(", ")).Distinct();

    private static string Tables() =>
        Table("Who may assume a role", "assumed by", "with", s_roles.SelectMany(role => role.Trust.Select(row => Row(role.Title, row))))
        + Table("What a role may do", "may", "on", s_roles.SelectMany(PermissionsOf));

    private static IEnumerable<string> PermissionsOf(SynthesizedRole role) =>
        role.Permissions.DefaultIfEmpty(("nothing of its own", string.Empty, string.Empty)).Select(row => Row(role.Title, row));

    private static string Table(string title, string second, string third, IEnumerable<string> rows) =>
        $"\n### {title}\n\n| role | {second} | {third} | if |\n|---|---|---|---|\n{string.Concat(rows)}";

    private static string Row(string title, (string, string, string) cells) => $"| {title} | {cells.Item1} | {cells.Item2} | {cells.Item3} |\n";
}
