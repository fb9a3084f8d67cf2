using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A deployed fleet gets narrower rights.</summary>
public sealed class RightsTests : SmallFleetSession
{
    private const string Root = "cluster-root";
    private const string Blue = "cluster-blue";

    private const string OwnLoadBalancer =
        "    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingressCidrs: [0.0.0.0/0]\n    listeners:\n      http:\n        port: 80\n"
        + "        protocol: HTTP\n        defaultAction:\n          forward:\n            targetGroups:\n"
        + ForwardToBlue;

    private const string TheirLoadBalancer = "    existing: theirs\n    listeners: { http: { port: 80 } }\n";

    private static FleetSpec Confined { get; } = Fleet(("    delivery: helm\n", "    delivery: helm\n    registration: { namespaces: [web] }\n"));

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Confining_argo_cd_to_namespaces_replaces_its_access_policy_and_nothing_else()
    {
        await Session.DeployAsync(Fleet(), Root, LoadBalancer, Blue);
        var before = Session.Account.Log.Count;

        var stack = (await Session.SynthesizeAsync(Confined)).Named(Blue);
        var plan = await stack.DeployAsync();

        plan.Said().Should().Equal("DeleteBeforeCreate aws_eks_access_policy_association.ArgoCdAccess_AccessPolicy_8EFC173B");
        AccessScope()["type"].Text.Should().Be("namespace");
        AccessScope()["namespaces"].Elements.Select(name => name.Text).Should().Equal("web");
        // EKS knows the association by its policy: created first, it would be destroyed with the former one.
        Session
            .Account.Log.Since(before)
            .Select(call => call.Operation)
            .Where(operation => operation is Operation.Create or Operation.Delete)
            .Should()
            .Equal(Operation.Delete, Operation.Create);
        (await stack.PlanAsync()).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Argo_cds_role_loses_the_policy_with_the_pattern_and_no_role_is_replaced()
    {
        foreach (var stack in (await Session.SynthesizeAsync(Fleet())).Where(stack => stack.Name is Root or LoadBalancer or Blue))
        {
            await PlantTheRightsOfBeforeAsync(stack);
            await stack.DeployAsync();
        }

        Policies("root-argocd").Should().ContainSingle().Which.Should().Contain("*-argocd-access");
        var changes = new List<string>();
        foreach (var stack in (await Session.SynthesizeAsync(Fleet())).Where(stack => stack.Name is Root or Blue))
        {
            changes.AddRange((await stack.DeployAsync()).Said());
            (await stack.PlanAsync()).Said().Should().BeEmpty();
        }

        changes
            .Should()
            .BeEquivalentTo(
                "Delete aws_iam_role_policy.ArgoCdRole_Policy_0067ECE4",
                "Update aws_iam_role.Cluster_Role_98F7AEAC",
                "Update aws_iam_role.Cluster_Role_98F7AEAC"
            );
        Policies("root-argocd").Should().BeEmpty();
        var trusted = Role("blue-argocd-access")["assume_role_policy"].Text;
        trusted.Should().Contain(Role("root-argocd")["arn"].Text, "a role of the same account may be assumed by whom it names");
        Role("blue-eks-cluster")["assume_role_policy"].Text.Should().Contain(":eks:eu-west-1:").And.Contain(":cluster/blue\"");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_existing_load_balancer_with_several_security_groups_asks_for_one()
    {
        await using var session = await RehearsalSession.StartAsync(Theirs(""));
        await session.DeployAsync(Theirs(""), Root, LoadBalancer);
        AddSecurityGroup(session.Account);

        var plan = () => session.PlanAsync(Theirs(""), Blue);

        (await plan.Should().ThrowAsync<TerraformException>()).WithMessage(
            "*Load balancer theirs has the security groups sg-*sg-*name it in*'securityGroups'*"
        );
        (await session.DeployAsync(Theirs("    securityGroups: [sg-0a1b2c3d4e5f60718]\n"), Blue)).Should().NotBeEmpty();
        session
            .Account.Of("aws_vpc_security_group_ingress_rule")
            .Should()
            .OnlyContain(rule => rule.Value["referenced_security_group_id"].Text == "sg-0a1b2c3d4e5f60718");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_only_security_group_of_an_existing_load_balancer_is_let_in()
    {
        await using var session = await RehearsalSession.StartAsync(Theirs(""));

        await session.DeployAsync(Theirs(""), Root, LoadBalancer, Blue);

        var group = session.Account.Of("aws_lb").Single().Value["security_groups"].Elements.Single();
        session.Account.Of("aws_vpc_security_group_ingress_rule").Should().OnlyContain(rule => rule.Value["referenced_security_group_id"] == group);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_living_load_balancer_is_confined_to_its_targets_ports_and_back_without_a_closed_port()
    {
        await Session.DeployAsync(Egress("all"), Root, LoadBalancer);

        // The rule for every port is narrowed when the others are there, and widened before they go.
        (await ChangeEgressAsync(Egress("targets")))
            .Should()
            .Equal(Operation.Create, Operation.Create, Operation.Update);
        EgressRules().Should().BeEquivalentTo("icmp 3-4", "tcp 30000-32767", "tcp 10254-10254");
        (await ChangeEgressAsync(Egress("targets", healthCheck: 443))).Should().BeEquivalentTo([Operation.Create, Operation.Delete]);
        EgressRules().Should().BeEquivalentTo("icmp 3-4", "tcp 30000-32767", "tcp 443-443");
        (await ChangeEgressAsync(Egress("all"))).Should().Equal(Operation.Update, Operation.Delete, Operation.Delete);
        EgressRules().Should().Equal("-1 -");
    }

    private static FleetSpec Egress(string egress, int healthCheck = 10254) =>
        Fleet(
            ("    ingressCidrs: [0.0.0.0/0]\n", $"    ingressCidrs: [0.0.0.0/0]\n    egress: {egress}\n"),
            ("          port: 80", $"          port: 80\n        targetGroup: {{ healthCheck: {{ port: {healthCheck} }} }}")
        );

    /// <summary>Applies the stack of the load balancer, and returns what happens to the rules of its egress, in order.</summary>
    private async Task<Operation[]> ChangeEgressAsync(FleetSpec fleet)
    {
        var before = Session.Account.Log.Count;
        var stack = (await Session.SynthesizeAsync(fleet)).Named(LoadBalancer);
        await stack.DeployAsync();
        (await stack.PlanAsync()).Said().Should().BeEmpty();
        return
        [
            .. Session
                .Account.Log.Since(before)
                .Where(call => call.Type == "aws_vpc_security_group_egress_rule")
                .Select(call => call.Operation)
                .Where(operation => operation is Operation.Create or Operation.Update or Operation.Delete),
        ];
    }

    private IEnumerable<string> EgressRules() =>
        Session
            .Account.Of("aws_vpc_security_group_egress_rule")
            .Select(rule => $"{rule.Value["ip_protocol"].Text} {Port(rule.Value["from_port"])}-{Port(rule.Value["to_port"])}");

    private static string Port(Value port) => port is NumberValue number ? $"{number.Value}" : string.Empty;

    private static FleetSpec Theirs(string key) => Fleet((OwnLoadBalancer, key + TheirLoadBalancer));

    private static void AddSecurityGroup(PretendedAccount account)
    {
        var loadBalancer = account.Of("aws_lb").Single();
        var groups = loadBalancer.Value["security_groups"].Elements.Append("sg-0a1b2c3d4e5f60718").ToArray();
        account.Put(loadBalancer with { Value = loadBalancer.Value.With([new("security_groups", Value.List(groups))]) });
    }

    /// <summary>Argo CD might assume every role of the account that ends alike, and EKS might assume the cluster's role for any cluster.</summary>
    private static async Task PlantTheRightsOfBeforeAsync(RehearsedStack stack)
    {
        if (stack.Name is LoadBalancer)
        {
            return;
        }

        const string trust = """[{ "actions": ["sts:AssumeRole"], "principals": [{ "type": "Service", "identifiers": ["eks.amazonaws.com"] }] }]""";
        await stack.PlantAsync("data.aws_iam_policy_document.Cluster_Role_Trust_8B16A49A.statement", trust);
        if (stack.Name == Root)
        {
            var policy =
                """{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/*-argocd-access" }] }""";
            await stack.PlantAsync(
                "resource.aws_iam_role_policy.ArgoCdRole_Policy_0067ECE4",
                new JsonObject
                {
                    ["name"] = "root-argocd",
                    ["role"] = "${aws_iam_role.ArgoCdRole.name}",
                    ["policy"] = policy,
                }.ToJsonString()
            );
        }
    }

    private Value AccessScope() => Session.Account.Of("aws_eks_access_policy_association").Single().Value["access_scope"].Elements.Single();

    private ObjectValue Role(string name) => Session.Account.Of("aws_iam_role").Single(role => role.Value["name"].Text == name).Value;

    private IEnumerable<string> Policies(string role) =>
        Session.Account.Of("aws_iam_role_policy").Where(policy => policy.Value["role"].Text == role).Select(policy => policy.Value["policy"].Text!);
}
