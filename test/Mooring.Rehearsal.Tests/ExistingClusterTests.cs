using System.Text;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A fleet joins a cluster that is lived in.</summary>
public sealed class ExistingClusterTests : SmallFleetSession
{
    private const string Stack = "cluster-blue";
    private const string Agent = "eks-pod-identity-agent";
    private const string Nodes = "    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_config_map_cluster_refuses_access_entries_with_a_sentence()
    {
        var fleet = Existing();
        await Session.DeployAsync(fleet, "cluster-root", LoadBalancer);
        await Session.SynthesizeAsync(fleet);
        var cluster = Session.Account.Of("aws_eks_cluster").Single(each => each.Value["name"] == "blue");
        Session.Account.Put(
            cluster with
            {
                Value = cluster.Value.With([new("access_config", Value.List(Value.Object([new("authentication_mode", "CONFIG_MAP")])))]),
            }
        );

        var plan = () => Session.PlanAsync(fleet, Stack);

        (await plan.Should().ThrowAsync<TerraformException>()).WithMessage("*Cluster blue has authentication mode CONFIG_MAP*");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_pod_identity_agent_that_is_there_is_left_alone()
    {
        var fleet = Existing(("vpc:", "controller: { identity: podIdentity }\nvpc:"));

        await Session.DeployAsync(fleet, "cluster-root", LoadBalancer, Stack);

        AddOns().Should().Equal(Agent);
        (await Session.PlanAsync(fleet, Stack)).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_add_on_that_is_there_is_adopted_with_its_pod_identity_associations()
    {
        var adopting = WithAddOn("adopt: true");
        await Session.DeployAsync(adopting, "cluster-root", LoadBalancer);
        await Session.SynthesizeAsync(adopting);
        var addOn = Session.Account.Of("aws_eks_addon").Single();
        var theirs = Value.List(Value.Object([new("role_arn", "arn:aws:iam::111122223333:role/vpc-cni"), new("service_account", "aws-node")]));
        Session.Account.Put(addOn with { Value = addOn.Value.With([new("pod_identity_association", theirs)]) });

        await Session.DeployAsync(adopting, Stack);

        Session.Account.Of("aws_eks_addon").Single().Value["pod_identity_association"].Should().Be(theirs);
        (await Session.PlanAsync(adopting, Stack)).Said().Should().BeEmpty();
        (await Session.PlanAsync(WithAddOn(""), Stack)).Said().Should().BeEmpty("it is in the state");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_add_on_that_is_there_is_refused_where_it_is_not_adopted()
    {
        await Session.DeployAsync(WithAddOn("adopt: true"), "cluster-root", LoadBalancer);
        await Session.SynthesizeAsync(WithAddOn("adopt: true"));

        var deploy = () => Session.DeployAsync(WithAddOn(""), Stack);

        (await deploy.Should().ThrowAsync<TerraformException>()).WithMessage("*Addon already exists*");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_argo_cd_must_not_know_gets_neither_a_secret_nor_access_for_it()
    {
        var known = Existing();
        await Session.DeployAsync(known);
        Session.Account.Of("kubernetes_secret").Should().ContainSingle();

        var stacks = await Session.DeployAsync(Existing(("    existing: true\n", "    existing: true\n    registration: { create: false }\n")));

        stacks.Select(stack => stack.Name).Should().NotContain("registration-blue");
        Session.Account.Of("aws_iam_role").Select(role => role.Id).Should().NotContain("blue-argocd-access");
        Session.Account.Of("aws_eks_access_entry").Should().NotContain(entry => entry.Value["cluster_name"] == "blue");
        BoundTargets.Require(Session.Account, known);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_agent_that_terraform_created_stays_in_the_cluster()
    {
        var asked = Existing(
            ("vpc:", "controller: { identity: podIdentity }\nvpc:"),
            ("    existing: true\n", $"    existing: true\n    addOns: {{ {Agent}: {{}} }}\n")
        );
        await Session.DeployAsync(asked, "cluster-root", LoadBalancer, Stack);

        await Session.DeployAsync(Existing(("vpc:", "controller: { identity: podIdentity }\nvpc:")), Stack);

        AddOns().Should().Equal(Agent);
        Session.Account.Log.Calls.Should().NotContain(call => call.Operation == Operation.Delete);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Where_somebody_else_installed_the_controller_only_the_bindings_are_installed_and_a_plan_is_empty()
    {
        var fleet = Existing(("    existing: true\n", "    existing: true\n    controller: { install: false, role: theirs }\n"));

        await Session.DeployAsync(fleet);

        Session.Account.Of("helm_release").Select(release => release.Value["name"].Text).Should().Equal("targetgroupbindings");
        Session.Account.Of("aws_iam_role_policy").Select(policy => policy.Value["role"].Text).Should().Contain("theirs");
        BoundTargets.Require(Session.Account, fleet);
        (await Session.PlanAsync(fleet)).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_controller_that_is_handed_over_stays_with_its_definitions()
    {
        await Session.DeployAsync(Existing());

        await Session.DeployAsync(Existing(("    existing: true\n", "    existing: true\n    controller: { install: false }\n")));

        Session
            .Account.Of("helm_release")
            .Select(release => release.Value["name"].Text)
            .Should()
            .BeEquivalentTo("aws-lb-controller", "aws-lb-controller-crds", "targetgroupbindings");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_controller_of_a_cluster_that_the_fleet_created_is_handed_over_with_another_role()
    {
        await Session.DeployAsync(Fleet());
        var handedOver = Fleet(("    delivery: helm\n", "    delivery: helm\n    controller: { install: false, role: theirs }\n"));

        await Session.DeployAsync(handedOver);

        Session.Account.Of("aws_iam_role_policy").Select(policy => policy.Value["role"].Text).Should().Contain("theirs");
        BoundTargets.Require(Session.Account, handedOver);
        (await Session.PlanAsync(handedOver)).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Self_managed_nodes_join_an_existing_cluster_with_the_services_of_its_family()
    {
        const string selfManaged = "    selfManagedNodeGroups: { web: { instanceType: m7i.large, minSize: 2, maxSize: 4 } }\n";
        const string six = "        targetGroup: { targetType: ip, ipAddressType: ipv6 }\n";
        var nodes = ("    existing: true\n", $"    existing: true\n    version: \"1.36\"\n{selfManaged}");
        await Session.DeployAsync(Existing(nodes), "cluster-root", LoadBalancer, Stack);
        UserData().Should().Contain("cidr: '10.100.0.0/16'");

        await using var session = await RehearsalSession.StartAsync(Existing());
        await session.DeployAsync(
            Existing(
                nodes,
                ("    subnets: [subnet-0aa", "    ipAddressType: dualstack\n    subnets: [subnet-0aa"),
                ("      - loadBalancer: public\n", $"      - loadBalancer: public\n{six}"),
                ("          port: 80", "          port: 80\n          targetPort: 8080")
            ),
            "cluster-root",
            LoadBalancer,
            Stack
        );

        UserData(session).Should().Contain("cidr: 'fd30:1c53:5f8a::/108'");
    }

    private static FleetSpec Existing(params (string Old, string New)[] replacements) =>
        Fleet([("    delivery: helm\n", "    existing: true\n"), (Nodes, ""), .. replacements]);

    private static FleetSpec WithAddOn(string settings) =>
        Existing(("    existing: true\n", $"    existing: true\n    addOns: {{ vpc-cni: {{ {settings} }} }}\n"));

    private IEnumerable<string?> AddOns() => Session.Account.Of("aws_eks_addon").Select(addOn => addOn.Value["addon_name"].Text);

    private string UserData(RehearsalSession? session = null) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((session ?? Session).Account.Of("aws_launch_template").Single().Value["user_data"].Text!));
}
