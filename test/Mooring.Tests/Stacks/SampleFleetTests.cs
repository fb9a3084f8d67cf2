using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Derivation;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Stacks;

[Collection(nameof(SampleFleet))]
public class SampleFleetTests(SampleFleet sample)
{
    private const string SnapshotFolder = "fleet";

    private static readonly string[] s_stacks =
    [
        "load-balancer-public",
        "load-balancer-internal",
        "cluster-root",
        "cluster-blue",
        "cluster-green",
        "registration-blue",
        "registration-green",
        "binding-blue",
    ];

    public static TheoryData<string> StackNames => new(s_stacks);

    [Theory]
    [MemberData(nameof(StackNames))]
    public void A_stack_is_what_was_reviewed(string name) => Snapshot.Verify($"{SnapshotFolder}/{name}", sample.Stack(name).Text);

    [Fact]
    public void The_manifest_is_what_was_reviewed() =>
        Snapshot.Verify($"{SnapshotFolder}/manifest", File.ReadAllText(Path.Combine(sample.Output, "manifest.json")));

    [Fact]
    public void Every_stack_was_reviewed_and_no_other()
    {
        sample.Stacks.Select(stack => stack.Name).Should().BeEquivalentTo(s_stacks);
        Directory
            .GetFiles(Repository.PathOf(Snapshot.Folder, SnapshotFolder), "*.verified.json")
            .Select(file => Path.GetFileName(file).Replace(".verified.json", string.Empty, StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(s_stacks.Append("manifest"));
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("green")]
    public void A_workload_cluster_has_everything_it_takes(string name)
    {
        var cluster = sample.Stack($"cluster-{name}");
        cluster.Should().HaveResource("aws_eks_cluster", $$"""{ "name": "{{name}}" }""");
        cluster.Resources("aws_eks_node_group").Should().NotBeEmpty();
        cluster.Resources("aws_iam_openid_connect_provider").Should().ContainSingle();
        cluster.Should().HaveResource("aws_iam_role", "ControllerRole", $$"""{ "name": "{{name}}-aws-lb-controller" }""");
        cluster.Should().HaveResource("aws_iam_role", "ArgoCdAccess", $$"""{ "name": "{{name}}-argocd-access" }""");
        cluster.Resources("aws_eks_access_entry").Should().ContainSingle();

        sample.Stack($"registration-{name}").Resources("kubernetes_secret").Should().ContainSingle();
        foreach (var binding in sample.Fleet.Clusters[name].Bindings)
        {
            sample
                .Stack($"load-balancer-{binding.LoadBalancer}")
                .Resources("aws_lb_target_group")
                .Values.Should()
                .ContainSingle(targetGroup => targetGroup["name"]!.GetValue<string>() == FleetNames.TargetGroup(sample.Fleet, name, binding));
        }
    }

    [Fact]
    public void A_cluster_is_served_by_one_delivery_and_never_by_both()
    {
        sample.Stack("binding-blue").Resources("helm_release").Keys.Should().BeEquivalentTo("Crds", "Controller", "Bindings");
        Enabled("registration-blue").Should().Be("false");

        sample.Stacks.Should().NotContain(stack => stack.Name == "binding-green");
        Enabled("registration-green").Should().Be("true");

        string Enabled(string stack) =>
            sample.Stack(stack).Resource("kubernetes_secret")["metadata"]!["labels"]!["aws-lb-controller/enabled"]!.GetValue<string>();
    }

    [Fact]
    public void Load_balancers_come_first_then_clusters_then_registrations_and_bindings()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(sample.Output, "manifest.json")))!["stacks"]!;

        DependenciesOf("load-balancer-public").Should().BeEmpty();
        DependenciesOf("cluster-root").Should().BeEmpty();
        DependenciesOf("cluster-blue").Should().BeEquivalentTo("load-balancer-public", "load-balancer-internal", "cluster-root");
        DependenciesOf("registration-blue").Should().BeEquivalentTo("load-balancer-public", "load-balancer-internal", "cluster-root", "cluster-blue");
        DependenciesOf("binding-blue").Should().BeEquivalentTo("load-balancer-public", "load-balancer-internal", "cluster-blue");
        DependenciesOf("registration-green").Should().BeEquivalentTo("load-balancer-public", "cluster-root", "cluster-green");

        IEnumerable<string> DependenciesOf(string stack) => manifest[stack]!["dependencies"]!.AsArray().Select(dependency => dependency!.GetValue<string>());
    }

    [Fact]
    public void The_chart_of_the_bindings_travels_with_the_stack()
    {
        var chart = sample.Stack("binding-blue").Resource("helm_release", "Bindings")["chart"]!.GetValue<string>();

        chart.Should().StartWith("${path.module}/assets/");
        var copy = Path.Combine(sample.Output, "stacks", "binding-blue", chart["${path.module}/".Length..]);
        Directory
            .GetFiles(copy, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(copy, file).Replace('\\', '/'))
            .Should()
            .BeEquivalentTo("Chart.yaml", "README.md", "values.yaml", "templates/targetgroupbindings.yaml");
        foreach (var file in Directory.GetFiles(copy, "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file)
                .Should()
                .Be(File.ReadAllText(Repository.PathOf("src", "Mooring", "TargetGroupBindings", "Chart", Path.GetRelativePath(copy, file))));
        }
    }

    [Fact]
    public void Every_derived_arn_is_right_in_every_partition() => StackRules.EveryArnHoldsInEveryPartition(sample);

    [Fact]
    public void No_source_file_of_the_library_contains_an_arn_of_a_partition()
    {
        foreach (
            var file in Directory
                .GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        )
        {
            File.ReadAllText(file).Should().NotContain("arn:aws", file);
        }
    }

    [Fact]
    public void No_stack_refers_to_the_state_of_another() => StackRules.NoStackRefersToTheStateOfAnother(sample);
}
