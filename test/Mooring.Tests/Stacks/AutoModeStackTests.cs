using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.ArgoCd.GitOps;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>A cluster with EKS Auto Mode whose controller registers its targets.</summary>
public class AutoModeStackTests
{
    private const string Helm = "    delivery: helm\n";
    private const string Its = "    autoMode: {}\n    controller: { kind: auto-mode }\n";
    private const string Theirs = "    existing: true\n    controller: { kind: auto-mode }\n";
    private const string Group = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/theirs/0123456789abcdef";

    [Fact]
    public void Its_target_group_has_the_tag_that_its_permissions_ask_for()
    {
        var group = Stack(Its, "load-balancer-public")["resource"]!["aws_lb_target_group"]!.AsObject().Single().Value!;

        group["tags"]!.ToJsonString().Should().Be("""{"eks:eks-cluster-name":"blue"}""");
    }

    [Fact]
    public void A_target_group_of_the_load_balancer_has_the_tag_of_the_cluster_that_is_bound_to_it()
    {
        var text = Text(Its)
            .Replace("    listeners:\n", "    targetGroups: { web: { shared: true }, other: {} }\n    listeners:\n", StringComparison.Ordinal)
            .Replace("              - cluster: blue\n", "              - targetGroup: web\n", StringComparison.Ordinal)
            .Replace("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroupRef: web\n", StringComparison.Ordinal);

        var groups = Synthesize(text, "load-balancer-public")["resource"]!["aws_lb_target_group"]!.AsObject();

        groups["SharedTargetGroup-web"]!["tags"]!.ToJsonString().Should().Be("""{"eks:eks-cluster-name":"blue"}""");
        groups["SharedTargetGroup-other"]!["tags"].Should().BeNull();
    }

    [Fact]
    public void Only_the_bindings_are_installed_and_the_guard_looks_for_bindings_of_its_kind()
    {
        var stack = Stack(Its, "binding-blue");

        stack["resource"]!["helm_release"]!.AsObject().Select(release => release.Key).Should().Equal("Bindings");
        stack["removed"].Should().BeNull("no other controller was there");
        $"{stack["resource"]!["helm_release"]!["Bindings"]!["values"]![0]}"
            .Should()
            .Contain("\"apiVersion\" = \"eks.amazonaws.com/v1\", \"targetGroupARN\" = ");
        var guard = stack["data"]!["kubernetes_resources"]!.AsObject();
        guard
            .Select(data => $"{data.Value!["api_version"]} {data.Value["field_selector"]}")
            .Should()
            .Contain(["apiregistration.k8s.io/v1 metadata.name=v1.eks.amazonaws.com", "eks.amazonaws.com/v1 "]);
    }

    [Fact]
    public void Nobody_has_a_role_for_it()
    {
        var roles = Stack(Its, "cluster-blue")["resource"]!["aws_iam_role"]!.AsObject().Select(role => $"{role.Value!["name"]}");

        roles.Should().Contain(["blue-eks-cluster", "blue-eks-auto-node"]).And.NotContain("blue-aws-lb-controller");
    }

    /// <summary>EKS gives the nodes of its node pools the cluster's security group, whatever other nodes have.</summary>
    [Theory]
    [InlineData("    autoMode: {}\n", 2)]
    [InlineData("    autoMode: { nodePools: [] }\n", 1)]
    public void Nodes_of_its_node_pools_have_the_security_group_of_the_cluster(string autoMode, int rules)
    {
        var text = Text($"{autoMode}    controller: {{ kind: auto-mode }}\n    nodeSecurityGroups: [sg-0b1c2d3e4f5a60718]\n")
            .Replace("    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n", string.Empty, StringComparison.Ordinal);

        Synthesize(text, "cluster-blue")["resource"]!["aws_vpc_security_group_ingress_rule"]!.AsObject().Should().HaveCount(rules);
    }

    [Theory]
    [InlineData("    autoMode: {}\n    controller: { identity: podIdentity }\n", false, false)]
    [InlineData("    autoMode: {}\n    controller: { identity: podIdentity }\n", true, true)]
    [InlineData("    controller: { identity: podIdentity }\n", false, true)]
    public void Its_nodes_have_the_pod_identity_agent_and_other_nodes_have_not(string keys, bool hasNodeGroup, bool isAdded)
    {
        var text = Text(keys);
        text = hasNodeGroup
            ? text
            : text.Replace("    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n", string.Empty, StringComparison.Ordinal);

        (Synthesize(text, "cluster-blue")["resource"]!["aws_eks_addon"] is not null).Should().Be(isAdded);
    }

    [Fact]
    public void A_cluster_that_is_there_must_have_auto_mode()
    {
        var lookup = Stack(Theirs, "cluster-blue")["data"]!["aws_eks_cluster"]!.AsObject().Single().Value!;

        lookup["lifecycle"]!["postcondition"]!
            .AsArray()
            .Select(each => $"{each!["condition"]}")
            .Should()
            .Contain("${try(self.compute_config[0].enabled, false)}");
    }

    [Fact]
    public void A_target_group_outside_the_fleet_must_have_the_tag()
    {
        var text = Text(Its)
            .Replace(
                "    bindings:\n",
                $"    bindings:\n      - {{ name: theirs, existingTargetGroup: {{ arn: {Group} }}, service: {{ namespace: w, name: w, port: 80 }} }}\n",
                StringComparison.Ordinal
            );

        var lookup = Synthesize(text, "binding-blue")["data"]!["aws_lb_target_group"]!["ExistingTargetGroup-theirs"]!;

        var required = lookup["lifecycle"]!["postcondition"]![0]!;
        $"{required["condition"]}".Should().Be("""${lookup(self.tags, "eks:eks-cluster-name", "") == "blue"}""");
        $"{required["error_message"]}"
            .Should()
            .StartWith($"Target group {Group} has no tag eks:eks-cluster-name: blue, without which EKS Auto Mode registers no");
    }

    [Fact]
    public void Under_argo_cd_the_secret_says_which_kind_its_bindings_are_of()
    {
        var text = Text($"{Its}    delivery: argocd\n");

        var secret = Synthesize(text, "registration-blue")["resource"]!["kubernetes_secret"]!.AsObject().Single().Value!["metadata"]!;

        $"{secret["labels"]!["aws-lb-controller/install-controller"]}".Should().Be("false");
        $"{secret["annotations"]!["aws-lb-controller/bindings"]}".Should().Contain("eks.amazonaws.com/v1");
    }

    [Theory]
    [InlineData(Its, true)]
    [InlineData("    autoMode: {}\n", false)]
    public void The_directory_in_git_knows_both_kinds_where_a_cluster_needs_it(string keys, bool knowsBoth)
    {
        var fleet = FleetFile.Parse(
            Text($"{keys}    delivery: argocd\n")
                .Replace("  cluster: root\n", "  cluster: root\n  gitOps: { repoUrl: https://git.example.com/apps.git }\n", StringComparison.Ordinal)
        );
        using var directory = new TemporaryDirectory();

        FleetGitOps.Write(fleet, directory.Path);

        string Read(string file) => File.ReadAllText(Path.Combine(directory.Path, file));
        Read("chart/templates/targetgroupbindings.yaml").Contains(".apiVersion", StringComparison.Ordinal).Should().Be(knowsBoth);
        Read(HealthCheck.File).Contains(HealthCheck.AutoModeKey, StringComparison.Ordinal).Should().Be(knowsBoth);
    }

    private static string Text(string keys) => SmallFleet.TextWith(Helm, keys);

    private static JsonNode Stack(string keys, string stack) => Synthesize(Text(keys), stack);

    private static JsonNode Synthesize(string text, string stack)
    {
        using var directory = new TemporaryDirectory();
        FleetSynthesis.Synthesize(FleetFile.Parse(text), directory.Path);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "stacks", stack, "cdk.tf.json")))!;
    }
}
