using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Reports;
using Mooring.StandIns.Controller;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Parts of a deployed fleet that get other names in the file: nothing is created, destroyed or replaced, and all targets stay.</summary>
public sealed class RenameTests : SmallFleetSession
{
    private static readonly (string Old, string New)[] s_loadBalancer =
    [
        ("  public:\n", "  edge:\n    renamed: public\n"),
        ("loadBalancer: public", "loadBalancer: edge"),
    ];

    private static readonly (string Old, string New)[] s_binding =
    [
        ("      - loadBalancer: public\n", "      - loadBalancer: public\n        name: shop\n        renamed: public\n"),
        ("cluster: blue\n", "cluster: blue\n                binding: shop\n"),
    ];

    private static readonly (string Old, string New)[] s_cluster = [("  blue:\n", "  sky:\n    renamed: blue\n"), ("cluster: blue", "cluster: sky")];

    private static readonly (string Old, string New)[] s_rootCluster = [("  root:\n", "  hub:\n    renamed: root\n"), ("cluster: root", "cluster: hub")];

    private static readonly (string Old, string New)[] s_nodeGroup = [("      default: {", "      workers: { renamed: default,")];

    private static readonly (string Old, string New)[] s_selfManagedNodeGroup = [("      pool: {", "      workers: { renamed: pool,")];

    /// <summary>Nodes of both kinds, of which the self-managed ones register themselves with a second target group.</summary>
    private static readonly (string Old, string New)[] s_withNodes =
    [
        (
            "    delivery: helm\n",
            "    delivery: helm\n    version: \"1.33\"\n    selfManagedNodeGroups:\n      pool: { instanceType: m7i.large, minSize: 1, maxSize: 2 }\n"
        ),
        (
            "    bindings:\n",
            "    bindings:\n      - { name: nodes, loadBalancer: public, registerBy: autoscaling, targetGroup: { port: 32080 }, "
                + "service: { namespace: web, name: web, port: 80 } }\n"
        ),
        ("cluster: blue\n", "cluster: blue\n                binding: public\n"),
    ];

    public static TheoryData<string> Kinds => ["load balancer", "binding", "cluster", "root cluster", "node group", "self-managed node group", "everything"];

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [MemberData(nameof(Kinds))]
    public async Task What_is_renamed_keeps_its_state_its_name_and_its_targets(string kind)
    {
        var deployed = FleetFile.Parse(DeployedText);
        await Session.DeployAsync(deployed);
        var before = Session.Account.Objects;
        var targets = Targets();
        targets.Should().NotBeEmpty();

        var renamed = FleetFile.ParseChange(Replace(DeployedText, RenamesOf(kind)), deployed);
        foreach (var stack in await Session.SynthesizeAsync(renamed))
        {
            (await FleetRehearsal.ApplyAsync(stack)).Plan.ToDo.Should().BeEmpty(stack.Name);
        }

        Session.Account.Objects.Should().BeEquivalentTo(before);
        Targets().Should().Equal(targets);
        BoundTargets.Require(Session.Account, renamed);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rehearsal_of_renames_has_no_change_and_no_stack_is_left_over()
    {
        var (lines, deployed) = (new List<string>(), FleetFile.Parse(DeployedText));
        var renamed = FleetFile.ParseChange(Replace(DeployedText, RenamesOf("everything")), deployed);

        await FleetRehearsal.RunAsync(Session, renamed, deployed, new TextReport(lines.Add), _ => { });

        lines.Where(line => line.Contains("no longer in the fleet", StringComparison.Ordinal)).Should().BeEmpty();
        lines
            .Where(line => FleetLayoutOf(deployed).Any(stack => line.StartsWith($"{stack}: ", StringComparison.Ordinal)))
            .Should()
            .HaveCount(FleetLayoutOf(deployed).Count)
            .And.OnlyContain(line => line.Contains(": no changes;", StringComparison.Ordinal));
    }

    /// <summary>The address of a listener has its name in it, and so have those of its certificates and its rules.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("name: shop")]
    [InlineData("name: store, renamed: shop")]
    public async Task A_listener_is_moved_with_its_certificates_and_rules(string rule)
    {
        var deployed = WithHttps("https:\n", "name: shop");
        await Session.DeployAsync(FleetFile.Parse(deployed));
        var (before, targets) = (Session.Account.Objects, Targets());

        var renamed = FleetFile.ParseChange(WithHttps("web:\n        renamed: https\n", rule), FleetFile.Parse(deployed));
        var stack = (await Session.SynthesizeAsync(renamed)).Named(LoadBalancer);
        var rehearsal = await FleetRehearsal.ApplyAsync(stack);

        rehearsal.Plan.ToDo.Should().BeEmpty();
        rehearsal
            .Plan.Resources.Select(resource => resource.Address)
            .Where(address => address.Contains("Listener-web", StringComparison.Ordinal))
            .Should()
            .HaveCount(3);
        Session.Account.Objects.Should().BeEquivalentTo(before);
        Targets().Should().Equal(targets);

        // Once it is applied, nothing needs the old names any more.
        var plans = await Session.PlanAsync(FleetFile.Parse(WithHttps("web:\n", rule.Split(',')[0])));
        plans.Values.SelectMany(plan => plan.ToDo).Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Rules_on_a_listener_of_somebody_else_are_moved_when_it_is_renamed()
    {
        await Session.DeployAsync(Theirs("http:\n"), LoadBalancer);
        var before = Session.Account.Objects;

        var rehearsal = await FleetRehearsal.ApplyAsync((await Session.SynthesizeAsync(Theirs("web:\n        renamed: http\n"))).Named(LoadBalancer));

        rehearsal.Plan.ToDo.Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
    }

    /// <summary>a, then b, then c: the file always names the first, and each name can be applied or skipped.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_is_renamed_twice_still_names_its_first_name()
    {
        var first = FleetFile.Parse(SmallFleet.Text);
        var second = FleetFile.ParseChange(Replace(SmallFleet.Text, s_cluster), first);
        var third = FleetFile.ParseChange(Replace(SmallFleet.Text, [("  blue:\n", "  sea:\n    renamed: blue\n"), ("cluster: blue", "cluster: sea")]), second);
        await Session.DeployAsync(first);
        var before = Session.Account.Objects;

        foreach (var fleet in new[] { second, third, FleetFile.ParseChange(SmallFleet.Text, third) })
        {
            (await Session.DeployAsync(fleet)).Select(stack => stack.Name).Should().Contain("cluster-blue");
            Session.Account.Objects.Should().BeEquivalentTo(before);
        }
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task In_argo_cd_a_renamed_cluster_keeps_its_secret_its_labels_and_its_application()
    {
        (string Old, string New)[] inGit =
        [
            ("  cluster: root\n", "  cluster: root\n  gitOps: { repoUrl: 'https://git.example.com/platform/apps.git' }\n"),
            ("delivery: helm", "delivery: argocd"),
        ];
        var deployed = Fleet(inGit);
        await Session.DeployAsync(deployed);
        var argoCd = new FleetInArgoCd(Session.Account, deployed);
        argoCd.Wait(60);
        var (synced, bindings, before) = (argoCd.Synced.ToArray(), argoCd.Cluster("blue").BindingUids, Session.Account.Objects);
        synced.Should().NotBeEmpty();
        bindings.Should().NotBeEmpty();
        _ = argoCd.News;

        var renamed = Fleet([.. inGit, .. s_cluster, .. s_loadBalancer, s_rootCluster[0], s_rootCluster[1]]);
        foreach (var stack in await Session.SynthesizeAsync(renamed))
        {
            (await FleetRehearsal.ApplyAsync(stack)).Plan.ToDo.Should().BeEmpty(stack.Name);
        }

        argoCd.Commit(renamed);
        argoCd.Wait(600);

        Session.Account.Objects.Should().BeEquivalentTo(before);
        argoCd.Synced.Should().Equal(synced);
        argoCd.Cluster("blue").BindingUids.Should().BeEquivalentTo(bindings);
        argoCd.News.Should().NotContain(news => news.Contains("deregisters", StringComparison.Ordinal));
    }

    /// <summary>What the errors warn of: the same without <c>renamed</c>.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_renamed_the_same_edit_would_replace_a_node_group()
    {
        var deployed = Fleet();
        await Session.DeployAsync(deployed);

        var plan = (await Session.PlanAsync(Fleet(("      default: {", "      workers: {")), "cluster-blue"))["cluster-blue"];

        plan.Said().Should().Contain(change => change.StartsWith("Delete aws_eks_node_group.", StringComparison.Ordinal));
    }

    private static string DeployedText => Replace(SmallFleet.Text, s_withNodes);

    private static (string Old, string New)[] RenamesOf(string kind) =>
        kind switch
        {
            "load balancer" => [.. s_loadBalancer, ("binding: public", "binding: edge")],
            "binding" => [s_binding[0], ("binding: public", "binding: shop"), ("{ name: nodes,", "{ name: pool-nodes, renamed: nodes,")],
            "cluster" => s_cluster,
            "root cluster" => s_rootCluster,
            "node group" => s_nodeGroup,
            "self-managed node group" => s_selfManagedNodeGroup,
            _ => [.. RenamesOf("binding"), .. s_loadBalancer, .. s_cluster, .. s_rootCluster, .. s_nodeGroup, .. s_selfManagedNodeGroup],
        };

    private static IReadOnlyList<string> FleetLayoutOf(FleetSpec fleet) => [.. Stacks.FleetLayout.Plan(fleet).Select(stack => stack.Name)];

    private static string Replace(string text, params (string Old, string New)[] replacements) =>
        replacements.Aggregate(
            text,
            (changed, pair) =>
                changed.Contains(pair.Old, StringComparison.Ordinal)
                    ? changed.Replace(pair.Old, pair.New, StringComparison.Ordinal)
                    : throw new ArgumentException($"there is no '{pair.Old}'", nameof(replacements))
        );

    private static string WithHttps(string listener, string rule) =>
        SmallFleet.TextWith(
            "      http:\n",
            $"      {listener}        port: 443\n        protocol: HTTPS\n        certificate: {Certificate("1")}\n"
                + $"        additionalCertificates: [{Certificate("2")}]\n"
                + "        defaultAction: { fixedResponse: { statusCode: 404 } }\n        rules:\n"
                + $"          - {{ {rule}, hosts: [shop.example.com], forward: {{ targetGroups: [{{ cluster: blue }}] }} }}\n      http:\n"
        );

    private static string Certificate(string number) => $"arn:aws:acm:eu-west-1:111122223333:certificate/{number}1111111-2222-3333-4444-555555555555";

    private static FleetSpec Theirs(string listener) =>
        Fleet(
            ("    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingressCidrs: [0.0.0.0/0]\n", "    existing: www\n"),
            ("      http:\n", $"      {listener}"),
            (
                "        protocol: HTTP\n        defaultAction:\n          forward:\n"
                    + "            targetGroups:\n              - cluster: blue\n                weight: 1\n",
                "        rules:\n          - { name: shop, priority: 7, hosts: [shop.example.com], forward: { targetGroups: [{ cluster: blue }] } }\n"
            )
        );

    private IReadOnlyList<string> Targets() =>
        [
            .. Session
                .Account.Of("aws_lb_target_group")
                .SelectMany(group => Session.Account.TargetsOf(group.Id).Select(target => $"{group.Value["name"].Text} {target.Cluster} {target}"))
                .Order(StringComparer.Ordinal),
        ];
}
