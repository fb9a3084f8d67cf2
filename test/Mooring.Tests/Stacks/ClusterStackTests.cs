using FluentAssertions;
using Mooring.Fleet;
using Mooring.Stacks.Slices;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
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

    [Fact]
    public void Eks_refuses_a_version_beside_an_ami_that_is_not_its_own() =>
        Cluster(Fleet(("instanceTypes: [m7i.large], minSize", "launchTemplate: { id: lt-0a1b2c3d4e5f60718, version: \"1\", customAmi: true }, minSize")))
            .Resource("aws_eks_node_group")["version"]
            .Should()
            .BeNull();

    [Theory]
    [InlineData("targetGroup: { healthCheck: { port: 10254 } }", "NodeIngress 30000-32767, HealthCheckIngress-10254 10254-10254")]
    [InlineData("targetGroup: { healthCheck: { port: 30254 } }", "NodeIngress 30000-32767")]
    [InlineData("targetGroup: { targetType: ip, healthCheck: { port: 8081 } }", "PodIngress-8080 8080-8080, HealthCheckIngress-8081 8081-8081")]
    [InlineData("targetGroup: { targetType: ip, healthCheck: { port: 8080 } }", "PodIngress-8080 8080-8080")]
    [InlineData("targetGroup: { targetType: ip, targetControlPort: 3000 }", "PodIngress-8080 8080-8080, TargetControlIngress-3000 3000-3000")]
    [InlineData("targetGroup: { targetControlPort: 30300 }", "NodeIngress 30000-32767")]
    [InlineData("targetGroupRef: web", "NodeIngress 30000-32767, HealthCheckIngress-9090 9090-9090")]
    [InlineData("networking: { ingress: [{}] }\n        targetGroup: { healthCheck: { port: 10254 } }", "")]
    public void The_port_of_the_health_check_is_let_in_where_it_is_another_one(string binding, string rules) =>
        RulesOf(
                Fleet(
                    ("          port: 80", $"          port: 80\n          targetPort: 8080\n        {binding}"),
                    ("- cluster: blue", binding.StartsWith("targetGroupRef", StringComparison.Ordinal) ? "- targetGroup: web" : "- cluster: blue"),
                    ("    ingressCidrs:", "    targetGroups: { web: { healthCheck: { port: 9090 } } }\n    ingressCidrs:")
                )
            )
            .Should()
            .BeEquivalentTo(rules.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(rule => $"LoadBalancer-public_{rule} in the cluster's group"));

    [Theory]
    [InlineData("nodeSecurityGroups: [sg-0b1b2c3d4e5f60718, sg-0c1b2c3d4e5f60718]\n    existing: true", "-sg-0b1b2c3d4e5f60718 -sg-0c1b2c3d4e5f60718")]
    [InlineData("nodeSecurityGroups: [sg-0b1b2c3d4e5f60718]", "cluster -sg-0b1b2c3d4e5f60718")]
    public void The_rules_are_added_to_the_security_groups_that_nodes_have(string groups, string where)
    {
        var isExisting = groups.Contains("existing", StringComparison.Ordinal);
        var fleet = Fleet(
            ("    delivery: helm\n", $"    {groups}\n"),
            ("    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n", isExisting ? "" : Nodes)
        );

        RulesOf(fleet)
            .Should()
            .BeEquivalentTo(
                where
                    .Split(' ')
                    .Select(group =>
                        group == "cluster"
                            ? "LoadBalancer-public_NodeIngress 30000-32767 in the cluster's group"
                            : $"LoadBalancer-public_NodeIngress{group} 30000-32767 in {group[1..]}"
                    )
            );
    }

    [Fact]
    public void Two_load_balancers_with_one_security_group_get_one_rule_of_a_range_of_ports()
    {
        var fleet = Fleet(
            ("    ingressCidrs: [0.0.0.0/0]\n", "    securityGroups: [sg-0a1b2c3d4e5f60718]\n"),
            (
                "clusters:\n",
                "  internal:\n    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    securityGroups: [sg-0a1b2c3d4e5f60718]\n"
                    + "    listeners: { http: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } } }\nclusters:\n"
            ),
            (
                "      - loadBalancer: public\n",
                "      - { loadBalancer: internal, service: { namespace: web, name: web, port: 80 } }\n"
                    + "      - { name: pods, loadBalancer: internal, service: { namespace: web, name: web, port: 80, targetPort: 8080 }, "
                    + "targetGroup: { targetType: ip } }\n      - loadBalancer: public\n"
            )
        );

        RulesOf(fleet)
            .Should()
            .BeEquivalentTo(
                "SecurityGroup-sg-0a1b2c3d4e5f60718_NodeIngress 30000-32767 in the cluster's group",
                "SecurityGroup-sg-0a1b2c3d4e5f60718_PodIngress-8080 8080-8080 in the cluster's group"
            );
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("controller: { identity: podIdentity }\n", false)]
    [InlineData("controller: { install: false }\n", false)]
    public void The_oidc_provider_of_an_existing_cluster_is_looked_up_where_a_role_trusts_it(string controller, bool isLookedUp) =>
        Cluster(Fleet(("vpc:", $"{controller}vpc:"), ("    delivery: helm\n", "    existing: true\n")))
            .DataSources("aws_iam_openid_connect_provider")
            .Should()
            .HaveCount(isLookedUp ? 1 : 0);

    [Fact]
    public void The_pod_identity_agent_of_an_existing_cluster_is_not_created_and_one_in_the_state_is_left_in_the_cluster()
    {
        var cluster = Cluster(Fleet(("vpc:", "controller: { identity: podIdentity }\nvpc:"), ("    delivery: helm\n", "    existing: true\n")));

        cluster.Resources("aws_eks_addon").Should().BeEmpty();
        cluster.Text.Should().Contain("\"from\": \"aws_eks_addon.AddOn-eks-pod-identity-agent\"").And.Contain("\"destroy\": false");
    }

    [Theory]
    [InlineData("    delivery: helm\n")]
    [InlineData("    existing: true\n    addOns: { eks-pod-identity-agent: {} }\n")]
    public void The_pod_identity_agent_is_created_in_a_new_cluster_and_where_the_file_names_it(string blue)
    {
        var cluster = Cluster(Fleet(("vpc:", "controller: { identity: podIdentity }\nvpc:"), ("    delivery: helm\n", blue)));

        cluster.Should().HaveResource("aws_eks_addon", "AddOn-eks-pod-identity-agent", "{}");
        cluster.Text.Should().NotContain("\"removed\"");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("    karpenter: { identity: podIdentity }\n", true)]
    [InlineData("    karpenter: { identity: irsa }\n", false)]
    public void Nodes_of_karpenter_need_the_pod_identity_agent_beside_those_of_auto_mode(string karpenter, bool hasAgent) =>
        Cluster(Fleet(("    delivery: helm\n", $"    delivery: helm\n    autoMode: {{}}\n{karpenter}")))
            .Resources("aws_eks_addon")
            .Keys.Contains("AddOn-eks-pod-identity-agent")
            .Should()
            .Be(hasAgent);

    [Theory]
    [InlineData("", "Egress-30000 30000-32767")]
    [InlineData("targetGroup: { targetType: ip }", "Egress-8080 8080-8080")]
    [InlineData("targetGroup: { healthCheck: { port: 10254 } }", "Egress-30000 30000-32767, Egress-10254 10254-10254")]
    [InlineData("targetGroup: { healthCheck: { port: 30254 } }", "Egress-30000 30000-32767")]
    [InlineData("targetGroup: { targetType: ip, healthCheck: { port: 443 } }", "Egress-443 443-443, Egress-8080 8080-8080")]
    public void A_load_balancer_can_be_confined_to_the_ports_of_its_targets(string group, string rules)
    {
        var port = group.Length == 0 ? string.Empty : $"\n        {group}";
        var fleet = Fleet(
            ("    ingressCidrs:", "    egress: targets\n    ingressCidrs:"),
            ("          port: 80", $"          port: 80\n          targetPort: 8080{port}")
        );

        LoadBalancer(FleetSlice.OfLoadBalancer(fleet, "public"))
            .Resources("aws_vpc_security_group_egress_rule")
            .Select(rule => $"{rule.Key.Replace("LoadBalancer_", "", StringComparison.Ordinal)[..^9]} {rule.Value["from_port"]}-{rule.Value["to_port"]}")
            .Should()
            .BeEquivalentTo(["Egress 3-4", .. rules.Split(", ")]);
    }

    [Theory]
    [InlineData("", "icmp 3-4, tcp 30000-32767")]
    [InlineData("\n          targetPort: 8080\n        targetGroup: { targetType: ip }", "icmp 3-4, tcp 8080-8080")]
    [InlineData("\n        targetGroup: { targetType: ip }\n        networking: { ingress: [{}] }", "-1")]
    [InlineData("\n        targetGroup: { shared: true }", "-1")]
    public void A_load_balancer_is_confined_by_default_where_the_file_has_the_ports_of_all_targets(string binding, string rules) =>
        LoadBalancer(FleetSlice.OfLoadBalancer(Fleet(("          port: 80", $"          port: 80{binding}")), "public"))
            .Resources("aws_vpc_security_group_egress_rule")
            .Select(rule => rule.Value)
            .Select(rule => rule["ip_protocol"] + (rule["from_port"] is { } from ? $" {from}-{rule["to_port"]}" : string.Empty))
            .Should()
            .BeEquivalentTo(rules.Split(", "));

    [Theory]
    [InlineData("          targetPort: 8080\n", 0)]
    [InlineData("", 1)]
    public void A_load_balancer_is_confined_only_to_ports_that_the_file_has(string targetPort, int faults)
    {
        const string binding = "        targetGroup: { targetType: ip }\n        networking: { ingress: [{}] }\n";

        var said = SmallFleet.FaultsWith(
            ("    ingressCidrs:", "    egress: targets\n    ingressCidrs:"),
            ("          port: 80", $"          port: 80\n{targetPort}{binding}")
        );

        const string confined = "loadBalancers.public.egress must be 'all' with a binding of target type ip that has no 'targetPort', got 'targets'";
        var all = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        all.Should().HaveCount(faults);
        all.Count(fault => fault.Contains(confined, StringComparison.Ordinal)).Should().Be(faults);
    }

    [Fact]
    public void A_load_balancer_with_target_groups_of_others_cannot_be_confined_to_ports() =>
        SmallFleet
            .FaultsWith(("    ingressCidrs:", "    egress: targets\n    targetGroups: { web: {} }\n    ingressCidrs:"))
            .Should()
            .Contain("loadBalancers.public.egress must be 'all' with 'targetGroups': others may register targets in them on ports that are not known here");

    [Theory]
    [InlineData("", "cluster", "")]
    [InlineData("{ namespaces: [web, jobs] }", "namespace", "web jobs")]
    [InlineData("{ namespaces: [web, jobs], clusterResources: true }", "cluster", "")]
    public void Argo_cd_has_access_to_the_namespaces_that_it_is_confined_to(string registration, string type, string namespaces)
    {
        var blue = registration.Length == 0 ? "    delivery: helm\n" : $"    delivery: helm\n    registration: {registration}\n";
        foreach (var argoCd in new[] { "  cluster: root\n", "  cluster: root\n  capabilityRole: arn:aws:iam::111122223333:role/argocd\n" })
        {
            var access = Cluster(Fleet(("    delivery: helm\n", blue), ("  cluster: root\n", argoCd))).Resource("aws_eks_access_policy_association");

            access["policy_arn"]!.GetValue<string>().Should().EndWith(":eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy");
            access["access_scope"]!["type"]!.GetValue<string>().Should().Be(type);
            string.Join(' ', access["access_scope"]!["namespaces"]?.AsArray().Select(name => $"{name}") ?? []).Should().Be(namespaces);
        }
    }

    [Theory]
    [InlineData("    existing: true\n", true)]
    [InlineData("    delivery: helm\n", false)]
    public void An_existing_cluster_that_gets_access_entries_must_allow_them(string blue, bool isChecked) =>
        Cluster(Fleet(("    delivery: helm\n", blue))).Text.Contains("API_AND_CONFIG_MAP", StringComparison.Ordinal).Should().Be(isChecked);

    [Fact]
    public void An_existing_cluster_that_gets_no_access_entries_may_have_any_authentication_mode() =>
        Cluster(Fleet(("argoCd:\n  cluster: root\n", ""), ("    delivery: helm\n", "    existing: true\n"))).Text.Should().NotContain("API_AND_CONFIG_MAP");

    [Fact]
    public void The_role_of_a_controller_that_somebody_else_installed_gets_a_policy_or_nothing()
    {
        const string theirs = "    delivery: helm\n    controller: { install: false, role: their-controller }\n";

        var cluster = Cluster(Fleet(("    delivery: helm\n", theirs)));
        cluster.Resources("aws_iam_role").Keys.Should().NotContain("ControllerRole");
        cluster
            .Should()
            .HaveResource(
                "aws_iam_role_policy",
                "ControllerRolePolicy",
                """
                { "name": "shop-blue-aws-lb-controller", "role": "their-controller" }
                """
            );
        var silent = Cluster(Fleet(("    delivery: helm\n", theirs.Replace(", role: their-controller", "", StringComparison.Ordinal))));
        silent.Text.Should().NotContain("targetgroup/", "its permissions are left to the team that installed it");
    }

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

    private const string Nodes = "    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";

    /// <summary>The rules: <c>LoadBalancer-public_NodeIngress 30000-32767 in the cluster's group</c>.</summary>
    private static IEnumerable<string> RulesOf(FleetSpec fleet) =>
        Cluster(fleet)
            .Resources("aws_vpc_security_group_ingress_rule")
            .Select(rule =>
            {
                var group = rule.Value["security_group_id"]!.GetValue<string>();
                return $"{rule.Key[..rule.Key.LastIndexOf('_')]} {rule.Value["from_port"]}-{rule.Value["to_port"]} in "
                    + (group.Contains("cluster_security_group_id", StringComparison.Ordinal) ? "the cluster's group" : group);
            });

    private static IEnumerable<(int From, int To)> IngressOf(FleetSpec fleet) =>
        Cluster(fleet)
            .Resources("aws_vpc_security_group_ingress_rule")
            .Values.Select(rule => (rule["from_port"]!.GetValue<int>(), rule["to_port"]!.GetValue<int>()));
}
