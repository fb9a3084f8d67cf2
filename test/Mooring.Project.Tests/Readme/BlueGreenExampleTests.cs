using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>The example in docs/examples/blue-green, built with the tests and run as its users run it.</summary>
public sealed class BlueGreenExampleTests : IClassFixture<BlueGreenExampleTests.Run>
{
    private readonly Run _run;

    public BlueGreenExampleTests(Run run) => _run = run;

    [Fact]
    public void It_synthesizes_a_stack_a_part_in_their_order()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(_run.Output, "manifest.json")))!["stacks"]!.AsObject();

        manifest
            .Select(pair => pair.Key)
            .Should()
            .BeEquivalentTo("load-balancer", "cluster-blue", "binding-blue", "registration-blue", "cluster-green", "binding-green", "registration-green");
        manifest["binding-blue"]!["dependencies"]!.AsArray().Select(node => node!.GetValue<string>()).Should().Equal("cluster-blue");
    }

    [Fact]
    public void Traffic_is_shared_out_by_weight() =>
        Stack("load-balancer").Resource("aws_lb_listener_rule")["action"]![0]!["forward"]!["target_group"]!
            .AsArray()
            .Select(target => target!["weight"]!.GetValue<int>())
            .Should()
            .Equal(90, 10);

    [Fact]
    public void A_controller_may_write_to_its_own_clusters_target_group_only() =>
        Stack("cluster-blue").Resource("aws_iam_role_policy")["policy"]!
            .GetValue<string>()
            .Should()
            .Contain("\"Resource\":[\"${data.aws_lb_target_group.TargetGroup.arn}\"]");

    [Fact]
    public void The_binding_waits_for_the_controller() =>
        Stack("binding-green").Should().HaveResource("helm_release", "Bindings", """{ "depends_on": ["helm_release.Controller"] }""");

    [Fact]
    public void The_cluster_is_registered_without_a_controller_of_argo_cds() =>
        Stack("registration-blue")
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": { "labels": { "aws-lb-controller/enabled": "false" } }
                }
                """
            );

    private TerraformJson Stack(string name) => new(File.ReadAllText(Path.Combine(_run.Output, "stacks", name, "cdk.tf.json")));

    /// <summary>One run of the program, in an empty directory.</summary>
    public sealed class Run : IDisposable
    {
        private readonly TemporaryDirectory _directory = new();

        public Run()
        {
            var environment = new Dictionary<string, string?> { ["CDKTF_OUTDIR"] = null };
            var run = Command.Run(_directory.Path, environment, "dotnet", Built.Path("BlueGreen"));
            run.ExitCode.Should().Be(0, run.Error);
        }

        public string Output => Path.Combine(_directory.Path, "cdktf.out");

        public void Dispose() => _directory.Dispose();
    }
}
