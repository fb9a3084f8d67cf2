using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Stacks;

public class BindingStackTests : FleetStackTest
{
    private const string BeforeService = "        service:";

    [Fact]
    public void By_default_the_aws_cli_creates_the_token()
    {
        Binding(Fleet()).Should().HaveProvider("helm", """{ "kubernetes": { "exec": { "command": "aws" }, "token": null } }""");
    }

    [Fact]
    public void Terraform_can_read_the_cluster_token_without_the_aws_cli()
    {
        var fleet = Fleet(("vpc:", "clusterAuthentication: token\nvpc:"));

        var kubernetes = Binding(fleet).Provider("helm")["kubernetes"]!;
        kubernetes["exec"].Should().BeNull();
        kubernetes["token"]!.GetValue<string>().Should().Be("${ephemeral.aws_eks_cluster_auth.Cluster.token}");
        Registration(fleet).Provider("kubernetes")["token"]!.GetValue<string>().Should().Be("${ephemeral.aws_eks_cluster_auth.RootCluster.token}");
    }

    [Fact]
    public void A_namespace_that_is_created_on_demand_is_looked_up_after_its_release()
    {
        var stack = Binding(Fleet(("namespace: ingress-nginx", "namespace: ingress-nginx\n          createNamespace: true")));

        $"{stack.Resource("helm_release", "Namespaces")["values"]![0]}".Should().Be("${yamlencode({\"namespaces\" = [\"ingress-nginx\"]})}");
        $"{stack.Data("kubernetes_namespace_v1")["depends_on"]![0]}".Should().Be("helm_release.Namespaces");
        stack.Resource("helm_release", "Bindings")["depends_on"]!
            .AsArray()
            .Select(each => $"{each}")
            .Should()
            .Contain("data.kubernetes_namespace_v1.Guard_Namespace-ingress-nginx_B4C17265");
    }

    [Fact]
    public void The_chart_is_the_one_that_ships_the_chosen_controller()
    {
        var release = Binding(Fleet(("vpc:", "controller: { version: \"2.13\" }\nvpc:"))).Resource("helm_release", "Controller");

        release["version"]!.GetValue<string>().Should().StartWith("1.13.");
    }

    [Fact]
    public void A_binding_can_name_its_target_group_without_a_lookup()
    {
        var fleet = Fleet((BeforeService, "        reference: name\n        service:"));

        var synthesized = Binding(fleet);
        synthesized.DataSources("aws_lb_target_group").Should().BeEmpty();
        var name = FleetNames.TargetGroup(fleet, "blue", fleet.Clusters["blue"].Bindings[0]);
        ValuesOf(fleet).Should().Contain($"\"targetGroupName\" = \"{name}\"").And.NotContain("targetGroupARN");
    }

    [Fact]
    public void With_networking_the_controller_allows_the_load_balancer()
    {
        var fleet = Fleet((BeforeService, "        networking: { ingress: [{ ports: [{ port: 32080 }] }] }\n        service:"));

        ValuesOf(fleet)
            .Should()
            .MatchRegex(
                "\"networking\" = .*\"securityGroup\" = \\{\"groupID\" = data\\.aws_security_group\\.LoadBalancer-public_SecurityGroup_[0-9A-F]{8}\\.id\\}"
            );
        Cluster(fleet).Resources("aws_vpc_security_group_ingress_rule").Should().BeEmpty("the controller opens the way, not Terraform");
        PolicyOf(fleet).Should().Contain("ec2:AuthorizeSecurityGroupIngress");
    }

    [Fact]
    public void Nodes_can_be_selected() =>
        ValuesOf(Fleet((BeforeService, "        nodeSelector: { matchLabels: { role: edge } }\n        service:")))
            .Should()
            .Contain("\"nodeSelector\" = {\"matchLabels\" = {\"role\" = \"edge\"}}");

    [Fact]
    public void Targets_in_another_account_are_registered_through_a_role_of_that_account()
    {
        const string arn = "arn:aws:elasticloadbalancing:eu-west-1:444455556666:targetgroup/partner/73e2d6bc24d8a067";
        const string role = "arn:aws:iam::444455556666:role/partner-targets";
        var fleet = Fleet(
            (
                BeforeService,
                $$"""
                        service: { namespace: web, name: web, port: 80 }
                      - name: partner
                        existingTargetGroup: { arn: "{{arn}}", targetType: ip, assumeRole: { role: "{{role}}", externalId: shop } }
                        service:
                """
            )
        );

        ValuesOf(fleet)
            .Should()
            .Contain($"\"targetGroupARN\" = \"{arn}\"")
            .And.Contain($"\"iamRoleArnToAssume\" = \"{role}\"")
            .And.Contain("\"assumeRoleExternalId\" = \"shop\"");
        PolicyOf(fleet).Should().Contain(role).And.NotContain(arn, "the other account's role may write to it, this one's may only assume that role");
    }

    [Fact]
    public void Nodes_that_register_themselves_need_no_controller()
    {
        var fleet = Fleet(
            (
                "    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n",
                "    version: \"1.33\"\n    selfManagedNodeGroups:\n      default: { instanceType: m7i.large, minSize: 1, maxSize: 2 }\n"
            ),
            (BeforeService, "        registerBy: autoscaling\n        targetGroup: { port: 32080 }\n        service:")
        );

        var cluster = Cluster(fleet);
        cluster
            .Should()
            .HaveResource(
                "aws_autoscaling_group",
                """
                {
                  "target_group_arns": ["${data.aws_lb_target_group.TargetGroup-public.arn}"]
                }
                """
            );
        cluster.Resources("aws_iam_role").Keys.Should().NotContain("ControllerRole");
        cluster.Resources("aws_vpc_security_group_ingress_rule").Should().ContainSingle();
        fleet.Clusters["blue"].HasController.Should().BeFalse();
    }

    [Theory]
    [InlineData("vpc:", "controller: { install: false }\nvpc:")]
    [InlineData("    delivery: helm\n", "    delivery: helm\n    controller: { install: false }\n")]
    public void Where_somebody_else_installed_the_controller_only_the_bindings_are_installed(string old, string @new)
    {
        var fleet = Fleet((old, @new));

        var synthesized = Binding(fleet);
        synthesized.Resources("helm_release").Keys.Should().Equal("Bindings");
        synthesized.Data("kubernetes_resources", "Guard")["label_selector"]!.GetValue<string>().Should().Contain("name in (targetgroupbindings)");
        synthesized
            .Text.Should()
            .Contain("\"from\": \"helm_release.Controller\"")
            .And.Contain("\"from\": \"helm_release.Crds\"", "a controller that Terraform installed before stays with its definitions");
        synthesized.DataSources("aws_iam_role").Should().BeEmpty();
        Registration(fleet).DataSources("aws_iam_role").Keys.Should().NotContain("ControllerRole");
    }

    private static string ValuesOf(FleetSpec fleet) => Binding(fleet).Resource("helm_release", "Bindings")["values"]![0]!.GetValue<string>();

    private static string PolicyOf(FleetSpec fleet) => Cluster(fleet).Resource("aws_iam_role_policy", "ControllerRole_Policy")["policy"]!.GetValue<string>();
}
