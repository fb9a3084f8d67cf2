using FluentAssertions;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Stacks;

public class RegistrationStackTests : FleetStackTest
{
    [Fact]
    public void Under_argo_cd_a_cluster_has_any_number_of_bindings()
    {
        var fleet = Fleet(
            ("delivery: helm", "delivery: argocd"),
            (
                "    bindings:\n      - loadBalancer: public\n",
                "    bindings:\n      - loadBalancer: public\n        name: public\n        service: { namespace: web, name: web, port: 80 }\n"
                    + "      - existingTargetGroup: { name: legacy }\n        name: legacy\n"
            )
        );

        var metadata = Registration(fleet).Resource("kubernetes_secret")["metadata"]!;

        Text(metadata["labels"]!["aws-lb-controller/enabled"]).Should().Be("true");
        Text(metadata["annotations"]!["aws-lb-controller/bindings"])
            .Should()
            .Contain("\"targetGroupARN\":\"${data.aws_lb_target_group.TargetGroup-public.arn}\"")
            .And.Contain("\"targetGroupName\":\"legacy\"");
    }

    [Fact]
    public void A_setting_of_the_cluster_is_in_its_secret_and_one_of_the_fleets_image_only_where_values_replace_it()
    {
        var fleet = Fleet(
            ("vpc:", "controller: { imageRepository: example.com/controller, replicaCount: 3, values: { env: { A: \"1\" } } }\nvpc:"),
            ("delivery: helm", "delivery: argocd\n    controller: { replicaCount: 1, values: { image: { tag: v9 }, env: { B: \"${x}\" } } }")
        );

        Text(Registration(fleet).Resource("kubernetes_secret")["metadata"]!["annotations"]!["aws-lb-controller/controller-values"])
            .Should()
            .Be("""{"image":{"repository":"example.com/controller","tag":"v9"},"replicaCount":1,"env":{"A":"1","B":"$%{if false}%{endif}{x}"}}""");
    }

    [Fact]
    public void What_the_application_sets_have_is_not_in_the_secret()
    {
        var fleet = Fleet(("vpc:", "controller: { replicaCount: 3 }\nvpc:"), ("delivery: helm", "delivery: argocd"));

        Registration(fleet).Resource("kubernetes_secret")["metadata"]!["annotations"]!.AsObject().Should().NotContainKey("aws-lb-controller/controller-values");
    }

    [Fact]
    public void A_cluster_that_lost_its_last_binding_keeps_the_controller_until_its_targets_are_gone()
    {
        var fleet = Fleet(
            ("delivery: helm", "delivery: argocd"),
            (
                "          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1\n",
                "          fixedResponse: { statusCode: 404 }\n"
            ),
            (
                "    bindings:\n      - loadBalancer: public\n        service:\n          namespace: ingress-nginx\n"
                    + "          name: ingress-nginx-controller\n          port: 80",
                "    bindings: []"
            )
        );

        Registration(fleet)
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": { "labels": { "aws-lb-controller/enabled": "true" }, "annotations": { "aws-lb-controller/bindings": "[]" } }
                }
                """
            );
        Cluster(fleet).Resource("aws_iam_role_policy", "ControllerRole_Policy")["policy"]!.GetValue<string>().Should().NotContain("RegisterTargets");
    }

    [Theory]
    [InlineData("delivery: argocd", null)]
    [InlineData("delivery: argocd\n    controller: { install: false }", "false")]
    public void A_secret_says_where_argo_cd_installs_the_bindings_without_a_controller(string delivery, string? label)
    {
        var metadata = Registration(Fleet(("delivery: helm", delivery))).Resource("kubernetes_secret")["metadata"]!;

        metadata["labels"]!["aws-lb-controller/install-controller"]?.GetValue<string>().Should().Be(label);
        var annotations = metadata["annotations"]!.AsObject().Select(annotation => annotation.Key);
        annotations.Should().Contain(["aws-lb-controller/application", "aws-lb-controller/bindings"]);
        annotations
            .Any(key => key is "aws-lb-controller/chart-version" or "aws-lb-controller/controller-config" or "aws-lb-controller/role-arn")
            .Should()
            .Be(label is null, "without a controller nothing is said of it");
    }

    [Fact]
    public void The_cluster_that_argo_cd_runs_in_is_registered_when_argo_cd_delivers_to_it()
    {
        var fleet = Fleet(("  root:\n", "  root:\n    delivery: argocd\n"));

        Registration(fleet, "root")
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "data": { "server": "https://kubernetes.default.svc", "config": "{\"tlsClientConfig\":{\"insecure\":false}}" }
                }
                """
            );
    }

    [Fact]
    public void The_eks_capability_has_access_to_every_cluster_and_assumes_no_role()
    {
        const string role = "arn:aws:iam::111122223333:role/argocd-capability";
        var fleet = Fleet(("  cluster: root\n", $"  cluster: root\n  capabilityRole: {role}\n"));

        Registration(fleet).Should().HaveResource("kubernetes_secret", """{ "data": { "server": "${data.aws_eks_cluster.Cluster.arn}" } }""");
        var cluster = Cluster(fleet);
        cluster.Should().HaveResource("aws_eks_access_entry", $$"""{ "principal_arn": "{{role}}" }""");
        RolesOf(cluster).Should().NotContain("ArgoCdAccess");
        RolesOf(Cluster(fleet, "root")).Should().NotContain("ArgoCdRole");
    }

    [Fact]
    public void With_pod_identity_the_secret_names_no_role_and_the_cluster_has_the_agent()
    {
        var fleet = Fleet(("vpc:", "controller: { identity: podIdentity }\nvpc:"));

        Registration(fleet)
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": { "annotations": { "aws-lb-controller/role-arn": null } }
                }
                """
            );
        Binding(fleet).Resource("helm_release", "Controller")["values"]![0]!.GetValue<string>().Should().NotContain("eks.amazonaws.com/role-arn");
        var cluster = Cluster(fleet);
        cluster.Should().HaveResource("aws_eks_addon", """{ "addon_name": "eks-pod-identity-agent" }""");
        cluster.Should().HaveResource("aws_eks_pod_identity_association", """{ "service_account": "aws-lb-controller" }""");
    }

    [Fact]
    public void Users_labels_annotations_and_settings_are_in_the_secret()
    {
        var fleet = Fleet(
            (
                "    delivery: helm\n",
                "    delivery: helm\n"
                    + "    registration: { labels: { tier: gold }, annotations: { team: edge }, namespaces: [web], clusterResources: true, project: "
                    + "shop, shard: 1 }\n"
            )
        );

        Registration(fleet)
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": { "labels": { "tier": "gold" }, "annotations": { "team": "edge" } },
                  "data": { "namespaces": "web", "clusterResources": "true", "project": "shop", "shard": "1" }
                }
                """
            );
    }

    private static IEnumerable<string> RolesOf(TerraformJson stack) => stack.Resources("aws_iam_role").Keys.Select(key => key.Split('_')[0]);

    private static string Text(System.Text.Json.Nodes.JsonNode? node) => node!.GetValue<string>();
}
