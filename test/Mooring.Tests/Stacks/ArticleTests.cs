using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>
/// Walks the Terraform, and the manifests that Helm or Argo CD installs, of the article that this system is from:
/// "How to use the AWS Load Balancer Controller to connect multiple EKS clusters with existing Application Load
/// Balancers" (verifa.io, 2022). Each test holds one snippet of it against what is synthesized, attribute by attribute.
/// </summary>
[Collection(nameof(SampleFleet))]
public partial class ArticleTests(SampleFleet sample)
{
    private TerraformJson Cluster => sample.Stack("cluster-green");

    private TerraformJson Registration => sample.Stack("registration-green");

    private TerraformJson Binding => sample.Stack("binding-blue");

    // data "aws_iam_policy_document" "aws_lb_controller" {
    //   statement {
    //     actions = ["sts:AssumeRoleWithWebIdentity"]
    //     principals {
    //       type = "Federated"
    //       identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/${local.cluster_oidc_issuer}"]
    //     }
    //     condition {
    //       test     = "StringEquals"
    //       variable = "${local.cluster_oidc_issuer}:sub"
    //       values   = ["system:serviceaccount:aws-lb-controller:aws-lb-controller"]
    //     }
    //   }
    // }
    [Fact]
    public void The_trust_policy_lets_the_controllers_service_account_assume_the_role()
    {
        const string issuer = "aws_eks_cluster.Cluster.identity[0].oidc[0].issuer";

        // The article builds the provider's ARN from its parts; the provider is in the stack, so its own ARN is taken. Beyond the
        // article, the second condition accepts only tokens that were made for AWS STS.
        Cluster
            .Should()
            .HaveData(
                "aws_iam_policy_document",
                "ControllerRole_Trust",
                $$"""
                {
                  "statement": [
                    {
                      "actions": ["sts:AssumeRoleWithWebIdentity"],
                      "principals": [{ "type": "Federated", "identifiers": ["${aws_iam_openid_connect_provider.OidcProvider.arn}"] }],
                      "condition": [
                        {
                          "test": "StringEquals",
                          "variable": "${replace({{issuer}}, \"https://\", \"\")}:sub",
                          "values": ["system:serviceaccount:aws-lb-controller:aws-lb-controller"]
                        },
                        {
                          "test": "StringEquals",
                          "variable": "${replace({{issuer}}, \"https://\", \"\")}:aud",
                          "values": ["sts.amazonaws.com"]
                        }
                      ]
                    }
                  ]
                }
                """
            );
        Text(Cluster.Resource("aws_iam_openid_connect_provider")["url"]).Should().Be($"${{{issuer}}}");
    }

    // resource "aws_iam_role" "aws_lb_controller" {
    //   name               = "${local.cluster_name}-aws-lb-controller"
    //   assume_role_policy = data.aws_iam_policy_document.aws_lb_controller.json
    [Fact]
    public void The_role_is_named_after_the_cluster_and_has_the_trust_policy()
    {
        var role = Cluster.Resource("aws_iam_role", "ControllerRole");

        Cluster.Should().HaveResource("aws_iam_role", "ControllerRole", """{ "name": "green-aws-lb-controller" }""");
        Text(role["assume_role_policy"]).Should().MatchRegex(@"^\$\{data\.aws_iam_policy_document\.ControllerRole_Trust_[0-9A-F]{8}\.json\}$");
    }

    //   inline_policy {
    //     name   = "${local.cluster_name}-aws-lb-controller"
    //     policy = jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Action" : [...], "Effect" : "Allow", "Resource" : "*" }] })
    //   }
    // }
    [Fact]
    public void The_role_may_do_what_target_group_bindings_need()
    {
        var inline = Cluster.Resource("aws_iam_role_policy", "ControllerRole_Policy");
        Cluster
            .Should()
            .HaveResource(
                "aws_iam_role_policy",
                "ControllerRole_Policy",
                """
                {
                  "name": "green-aws-lb-controller",
                  "role": "${aws_iam_role.ControllerRole.name}"
                }
                """
            );

        var policy = JsonNode.Parse(Text(inline["policy"]))!;
        Text(policy["Version"]).Should().Be("2012-10-17");
        var statements = policy["Statement"]!.AsArray();
        statements.Select(statement => Text(statement!["Effect"])).Should().AllBe("Allow");
        statements
            .SelectMany(statement => Strings(statement!["Action"]))
            .Distinct()
            .Should()
            .BeEquivalentTo(
                "ec2:DescribeVpcs",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeInstances",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
                "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes",
                "elasticloadbalancing:RegisterTargets",
                "elasticloadbalancing:DeregisterTargets",
                // Beyond the article: rules that its controller added for a removed binding can be cleaned up.
                "ec2:RevokeSecurityGroupIngress"
            );

        // Beyond the article, whose controller may write to every target group of the account: only those of its cluster.
        var name = Text(sample.Stack("load-balancer-public").Resource("aws_lb_target_group", "TargetGroup-green_public")["name"]);
        var writes = statements.Single(statement => Strings(statement!["Action"]).Contains("elasticloadbalancing:RegisterTargets"))!;
        Strings(writes["Resource"]).Should().ContainSingle().Which.Should().EndWith($":targetgroup/{name}/*");
    }

    // data "aws_lb_target_group" "this" {
    //   name = "madeupname-${local.cluster_name}"
    // }
    [Fact]
    public void The_target_group_is_looked_up_by_its_name_in_the_other_stack()
    {
        var name = Text(Registration.Data("aws_lb_target_group")["name"]);

        name.Should().StartWith("shop-green");
        sample
            .Stack("load-balancer-public")
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                "TargetGroup-green_public",
                $$"""
                {
                  "name": "{{name}}"
                }
                """
            );
    }

    // resource "kubernetes_secret" "argocd_cluster" {
    //   provider = kubernetes.root
    //   metadata {
    //     name      = "cluster-${local.cluster_name}"
    //     namespace = "argocd"
    [Fact]
    public void The_secret_is_in_argo_cds_namespace_of_the_root_cluster()
    {
        Registration.Should().HaveResource("kubernetes_secret", """{ "provider": "kubernetes.root" }""");
        Registration.Should().HaveProvider("kubernetes", """{ "alias": "root", "host": "${data.aws_eks_cluster.RootCluster.endpoint}" }""");
        Registration.Should().HaveData("aws_eks_cluster", "RootCluster", """{ "name": "root" }""");
        // The article's is named cluster-green. Two fleets in one Argo CD may have clusters of one name, so here the fleet's name is part of it.
        Registration.Should().HaveResource("kubernetes_secret", """{ "metadata": { "name": "shop-green", "namespace": "argocd" } }""");
    }

    //     labels = {
    //       "argocd.argoproj.io/secret-type"     = "cluster"
    //       "environment"                        = var.environment
    //       "aws-lb-controller/enabled"          = local.aws_lb_controller.enabled
    //       "aws-lb-controller/targetgroup-name" = local.aws_lb_controller.targetgroup_name
    //       "aws-lb-controller/targetgroup-id"   = local.aws_lb_controller.targetgroup_id
    // with
    //   targetgroup_name = split("/", data.aws_lb_target_group.this.arn_suffix)[1]
    //   targetgroup_id   = split("/", data.aws_lb_target_group.this.arn_suffix)[2]
    [Fact]
    public void The_labels_define_what_argo_cd_installs_and_for_which_target_group()
    {
        const string parts = """split("/", data.aws_lb_target_group.TargetGroup-public.arn_suffix)""";
        var labels = Registration.Resource("kubernetes_secret")["metadata"]!["labels"]!.AsObject().ToDictionary(pair => pair.Key, pair => Text(pair.Value));

        labels
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["argocd.argoproj.io/secret-type"] = "cluster",
                    ["environment"] = "production",
                    ["aws-lb-controller/enabled"] = "true",
                    // Not the article's: two fleets in one Argo CD.
                    ["aws-lb-controller/fleet"] = "shop",
                    ["aws-lb-controller/targetgroup-name"] = $"${{element({parts}, 1)}}",
                    ["aws-lb-controller/targetgroup-id"] = $"${{element({parts}, 2)}}",
                }
            );
    }

    //   data = {
    //     name   = local.cluster_name
    //     server = data.aws_eks_cluster.this.endpoint
    //     config = jsonencode({
    //       awsAuthConfig   = { clusterName = data.aws_eks_cluster.this.id, roleARN = aws_iam_role.argocd_access.arn }
    //       tlsClientConfig = { insecure = false, caData = data.aws_eks_cluster.this.certificate_authority.0.data }
    //     })
    //   }
    //   type = "Opaque"
    // }
    [Fact]
    public void The_data_contains_the_connection_of_argo_cd_to_the_cluster()
    {
        var secret = Registration.Resource("kubernetes_secret");
        var data = secret["data"]!.AsObject();

        data.Select(pair => pair.Key).Should().BeEquivalentTo("name", "server", "config");
        // The article's is the cluster's name alone.
        Text(data["name"]).Should().Be("shop-green");
        Text(data["server"]).Should().Be("${data.aws_eks_cluster.Cluster.endpoint}");
        Text(data["config"])
            .Should()
            .Be(
                // In the order in which Argo CD writes it, and not in that of Terraform's jsonencode.
                """{"tlsClientConfig":{"insecure":false,"caData":"${data.aws_eks_cluster.Cluster.certificate_authority[0].data}"},"""
                    + "\"awsAuthConfig\":{\"clusterName\":\"${data.aws_eks_cluster.Cluster.id}\",\"roleARN\":\"${data.aws_iam_role.ArgoCdAccess.arn}\"}}"
            );
        Registration.Should().HaveResource("kubernetes_secret", """{ "type": "Opaque" }""");
        Registration.Should().HaveData("aws_eks_cluster", "Cluster", """{ "name": "green" }""");
        Text(Registration.Data("aws_iam_role", "ArgoCdAccess")["name"]).Should().Be(Text(Cluster.Resource("aws_iam_role", "ArgoCdAccess")["name"]));
    }

    // "the role ARN that was created for this cluster, and which the root ArgoCD role should be able to assume"
    [Fact]
    public void The_clusters_role_trusts_argo_cds_and_argo_cd_may_assume_no_other()
    {
        var root = sample.Stack("cluster-root");
        Cluster
            .Should()
            .HaveData(
                "aws_iam_policy_document",
                "ArgoCdAccess_Trust",
                """
                {
                  "statement": [{ "actions": ["sts:AssumeRole"], "principals": [{ "identifiers": ["${data.aws_iam_role.ArgoCdRole.arn}"] }] }]
                }
                """
            );
        Text(Cluster.Data("aws_iam_role")["name"]).Should().Be(Text(root.Resource("aws_iam_role", "ArgoCdRole")["name"]));

        root.Should().NotHaveResource("aws_iam_role_policy");
        Text(Cluster.Resource("aws_iam_role", "ArgoCdAccess")["name"]).Should().EndWith("-argocd-access");
    }

    // source:
    //   repoURL: "https://aws.github.io/eks-charts"
    //   chart: aws-load-balancer-controller
    //   helm:
    //     releaseName: aws-lb-controller
    // destination:
    //   namespace: aws-lb-controller      syncOptions: [CreateNamespace=true]
    [Fact]
    public void The_controller_is_installed_from_its_chart()
    {
        Binding
            .Should()
            .HaveResource(
                "helm_release",
                "Controller",
                """
                {
                  "repository": "https://aws.github.io/eks-charts",
                  "chart": "aws-load-balancer-controller",
                  "name": "aws-lb-controller",
                  "namespace": "aws-lb-controller",
                  "create_namespace": true
                }
                """
            );
    }

    // values: |
    //   clusterName: {{ name }}
    //   serviceAccount:
    //     create: true
    //     annotations:
    //       "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/{{ name }}-aws-lb-controller"
    //     name: aws-lb-controller
    //   createIngressClassResource: false
    //   disableIngressClassAnnotation: true
    //   resources:
    //     limits:   { cpu: 100m, memory: 128Mi }
    //     requests: { cpu: 100m, memory: 128Mi }
    [Fact]
    public void The_controller_has_the_articles_values()
    {
        Text(Binding.Resource("helm_release", "Controller")["values"]![0])
            .Replace('"', '\'')
            .Should()
            .ContainAll(
                "'clusterName' = data.aws_eks_cluster.Cluster.id,",
                "'serviceAccount' = {'create' = true, 'name' = 'aws-lb-controller', 'annotations' = {'eks.amazonaws.com/role-arn' = "
                    + "data.aws_iam_role.ControllerRole.arn}}",
                "'createIngressClassResource' = false",
                "'disableIngressClassAnnotation' = true",
                // The article limits memory to 128Mi, which kills the controller in a cluster with some thousand pods.
                "'resources' = {'requests' = {'cpu' = '100m', 'memory' = '256Mi'}}"
            );
        Binding.Should().HaveData("aws_iam_role", """{ "name": "blue-aws-lb-controller" }""");
    }

    // kind: TargetGroupBinding
    // spec:
    //   targetType: instance
    //   serviceRef: { name: ingress-nginx-controller, port: 80 }
    //   targetGroupARN: {{ required "targetGroupArn required" .Values.targetGroupArn }}
    //   nodeSelector: { matchExpressions: [{ key: exclude-from-lb-targetgroups, operator: DoesNotExist }] }
    [Fact]
    public void The_binding_registers_all_nodes_except_the_excluded_ones()
    {
        // The article binds ingress-nginx, which is archived since; the sample binds Traefik.
        var values = Text(Binding.Resource("helm_release", "Bindings")["values"]![0]).Replace('"', '\'');

        BindingPattern()
            .Match(values)
            .Groups.Values.Skip(1)
            .Select(group => group.Value)
            .Should()
            .Equal("traefik", "instance", "data.aws_lb_target_group.TargetGroup-public.arn", "traefik", "80", "exclude-from-lb-targetgroups", "DoesNotExist");
    }

    [GeneratedRegex(
        @"\{'name' = local\.BindingName-shop-blue-[0-9a-f]{8}_Name_[0-9A-F]{8}, 'namespace' = '([^']+)', 'targetType' = '([^']+)', 'targetGroupARN' = ([^,]+), "
            + @"'serviceRef' = \{'name' = '([^']+)', 'port' = (\d+)\}, "
            + @"'nodeSelector' = \{'matchExpressions' = \[\{'key' = '([^']+)', 'operator' = '([^']+)'\}, "
            // Not the article's: hybrid nodes have no id that ELB knows.
            + @"\{'key' = 'eks\.amazonaws\.com/compute-type', 'operator' = 'NotIn', 'values' = \['hybrid'\]\}\]\}\}"
    )]
    private static partial Regex BindingPattern();

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<string> Strings(JsonNode? node) => node!.AsArray().Select(Text);
}
