using FluentAssertions;
using Mooring.Fleet;
using Xunit;

namespace Mooring.Tests.Stacks;

public class ClusterStackTests : FleetStackTest
{
    [Fact]
    public void A_load_balancer_reaches_nodes_on_their_node_ports() => IngressOf(Fleet()).Should().Equal((30000, 32767));

    [Fact]
    public void A_load_balancer_reaches_pods_on_the_port_they_listen_on() =>
        IngressOf(Fleet(("          port: 80", "          port: 80\n          targetPort: 8080\n        targetGroup: { targetType: ip }")))
            .Should()
            .Equal((8080, 8080));

    [Theory]
    [InlineData("    delivery: helm\n    version: \"1.35\"\n", "1.35")]
    [InlineData("    delivery: helm\n", "${aws_eks_cluster.Cluster.version}")]
    [InlineData("    delivery: helm\n    existing: true\n", "${data.aws_eks_cluster.Cluster.version}")]
    [InlineData("    delivery: helm\n    existing: true\n    version: \"1.35\"\n", "1.35")]
    public void Managed_nodes_follow_the_version_of_their_cluster(string cluster, string version) =>
        Cluster(Fleet(("    delivery: helm\n", cluster)))
            .Should()
            .HaveResource("aws_eks_node_group", "NodeGroup-default", $$"""{ "version": "{{version}}" }""");

    [Theory]
    [InlineData("launchTemplate: { id: lt-0a1b2c3d4e5f60718, version: \"1\", customAmi: true }, minSize")]
    [InlineData("launchTemplate: { id: lt-0a1b2c3d4e5f60718, version: \"1\" }, amiType: CUSTOM, minSize")]
    public void Eks_refuses_a_version_beside_an_ami_that_is_not_its_own(string nodes) =>
        Cluster(Fleet(("instanceTypes: [m7i.large], minSize", nodes))).Resource("aws_eks_node_group")["version"].Should().BeNull();

    [Fact]
    public void A_cluster_without_bindings_has_no_role_for_a_controller()
    {
        var synthesized = Cluster(Fleet(), "root");

        synthesized.Resources("aws_iam_role").Keys.Should().NotContain("ControllerRole");
        synthesized.Resources("aws_vpc_security_group_ingress_rule").Should().BeEmpty();
    }

    [Fact]
    public void A_cluster_with_karpenter_can_be_bound_without_a_node_group()
    {
        var synthesized = Cluster(Fleet(("    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n", "")));

        synthesized.Resources("aws_eks_node_group").Should().BeEmpty();
        synthesized.Resources("aws_iam_role").Keys.Should().Contain("ControllerRole");
        synthesized.Resources("aws_vpc_security_group_ingress_rule").Should().ContainSingle();
    }

    [Fact]
    public void An_existing_cluster_is_looked_up_and_gets_what_it_lacks()
    {
        var fleet = Fleet(
            (
                "    delivery: helm\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n    nodeGroups:\n"
                    + "      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n",
                "    existing: true\n"
            )
        );

        var cluster = Cluster(fleet);

        cluster.Resources("aws_eks_cluster").Should().BeEmpty();
        cluster.Should().HaveData("aws_eks_cluster", """{ "name": "blue" }""");
        cluster.Resources("aws_iam_openid_connect_provider").Should().BeEmpty("a cluster that is there already mostly has one");
        cluster.DataSources("aws_iam_openid_connect_provider").Should().ContainSingle();
        cluster.Resources("aws_iam_role").Keys.Should().Contain("ControllerRole");
        cluster
            .Should()
            .HaveResource(
                "aws_vpc_security_group_ingress_rule",
                """
                {
                  "security_group_id": "${data.aws_eks_cluster.Cluster.vpc_config[0].cluster_security_group_id}"
                }
                """
            );
    }

    [Fact]
    public void Every_role_has_the_settings_of_the_organization()
    {
        var fleet = Fleet(
            ("vpc:", "iam: { path: /platform/, permissionsBoundary: \"arn:aws:iam::111122223333:policy/boundary\", maxSessionDuration: 7200 }\nvpc:")
        );

        Cluster(fleet)
            .Resources("aws_iam_role")
            .Values.Concat(Cluster(fleet, "root").Resources("aws_iam_role").Values)
            .Should()
            .HaveCountGreaterThan(4)
            .And.OnlyContain(role =>
                role["path"]!.GetValue<string>() == "/platform/"
                && role["permissions_boundary"]!.GetValue<string>() == "arn:aws:iam::111122223333:policy/boundary"
                && role["max_session_duration"]!.GetValue<int>() == 7200
            );
    }

    [Fact]
    public void The_control_plane_is_the_users_choice()
    {
        var fleet = Fleet(
            (
                "    delivery: helm\n",
                """
                    delivery: helm
                    version: "1.33"
                    endpointAccess: { public: false }
                    encryptionKey: arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555
                    logTypes: [audit, api]
                    authenticationMode: API_AND_CONFIG_MAP
                    accessEntries:
                      admins:
                        principal: arn:aws:iam::111122223333:role/admins
                        policies: [{ policy: AmazonEKSViewPolicy, namespaces: [web] }]
                    addOns: { coredns: { version: v1.11.4-eksbuild.2 } }
                    tags: { team: edge }

                """
            )
        );

        var cluster = Cluster(fleet);
        cluster
            .Should()
            .HaveResource(
                "aws_eks_cluster",
                """
                {
                  "vpc_config": { "endpoint_public_access": false },
                  "enabled_cluster_log_types": ["audit", "api"],
                  "access_config": { "authentication_mode": "API_AND_CONFIG_MAP" },
                  "tags": { "team": "edge" },
                  "encryption_config": { "resources": ["secrets"] }
                }
                """
            );
        cluster.Should().HaveResource("aws_eks_addon", """{ "addon_version": "v1.11.4-eksbuild.2" }""");
        cluster
            .Should()
            .HaveResource(
                "aws_eks_access_entry",
                "AccessEntry-admins",
                """
                {
                  "principal_arn": "arn:aws:iam::111122223333:role/admins"
                }
                """
            );
    }

    private static IEnumerable<(int From, int To)> IngressOf(FleetSpec fleet) =>
        Cluster(fleet)
            .Resources("aws_vpc_security_group_ingress_rule")
            .Values.Select(rule => (rule["from_port"]!.GetValue<int>(), rule["to_port"]!.GetValue<int>()));
}
