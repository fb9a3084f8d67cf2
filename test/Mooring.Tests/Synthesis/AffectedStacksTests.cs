using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Synthesis;

/// <summary>Which stacks a change of a fleet touches.</summary>
public sealed class AffectedStacksTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Output => Path.Combine(_directory.Path, "cdktf.out");

    private string Fleet => Path.Combine(_directory.Path, "fleet.yaml");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_change_of_a_cluster_touches_its_stack_alone() =>
        Between(SmallFleet.Text, SmallFleet.TextWith("maxSize: 2", "maxSize: 3")).Should().Equal("cluster-blue Changed");

    [Fact]
    public void A_tag_touches_all_stacks_in_the_order_in_which_they_are_applied() =>
        Between(SmallFleet.Text, SmallFleet.TextWith("vpc:", "tags: { team: web }\nvpc:"))
            .Should()
            .Equal("cluster-root Changed", "load-balancer-public Changed", "cluster-blue Changed", "binding-blue Changed", "registration-blue Changed");

    [Fact]
    public void What_is_removed_comes_last_in_the_order_in_which_it_is_destroyed()
    {
        const string Green =
            "\n  green: { existing: true, delivery: helm, bindings: [{ loadBalancer: public, service: { namespace: a, name: b, port: 80 } }] }";

        Between(SmallFleet.Text, SmallFleet.Text + Green)
            .Should()
            .Equal("load-balancer-public Changed", "cluster-green Added", "binding-green Added", "registration-green Added");
        Between(SmallFleet.Text + Green, SmallFleet.Text)
            .Should()
            .Equal("load-balancer-public Changed", "registration-green Removed", "binding-green Removed", "cluster-green Removed");
    }

    [Fact]
    public void A_comment_touches_nothing() => Between(SmallFleet.Text, $"# The shop.\n{SmallFleet.Text}").Should().BeEmpty();

    [Fact]
    public void Without_a_deployed_file_the_last_output_is_compared()
    {
        File.WriteAllText(Fleet, SmallFleet.Text);
        FleetSynthesis.SynthesizeFile(Fleet, Output, new SynthesisOptions());
        SinceOutput().Should().BeEmpty();
        File.WriteAllText(Fleet, SmallFleet.TextWith("maxSize: 2", "maxSize: 3"));

        SinceOutput().Should().Equal("cluster-blue Changed");
        SinceOutput().Should().Equal(["cluster-blue Changed"], "nothing is written");
    }

    [Fact]
    public void A_stack_whose_output_somebody_edited_would_be_written_again()
    {
        File.WriteAllText(Fleet, SmallFleet.Text);
        FleetSynthesis.SynthesizeFile(Fleet, Output, new SynthesisOptions());
        File.AppendAllText(Path.Combine(Output, "stacks", "cluster-blue", "cdk.tf.json"), " ");

        SinceOutput().Should().Equal("cluster-blue Changed");
    }

    [Fact]
    public void A_directory_without_an_output_says_what_to_do()
    {
        File.WriteAllText(Fleet, SmallFleet.Text);

        var compare = () => SinceOutput();

        compare
            .Should()
            .Throw<IOException>()
            .WithMessage("*cdktf.out has no output that this program wrote*synthesize the deployed fleet first, or name its file with --from.");
    }

    [Fact]
    public void Stages_are_compared_with_the_output_of_the_same_stages()
    {
        File.WriteAllText(Fleet, SmallFleet.Text);
        var test = Path.Combine(_directory.Path, "test.yaml");
        File.WriteAllText(test, "extends: fleet.yaml\nname: shop-test\n");
        FleetSynthesis.SynthesizeFiles([Fleet, test], Output, new SynthesisOptions());
        File.WriteAllText(test, "extends: fleet.yaml\nname: shop-test\nclusters: { blue: { nodeGroups: { default: { maxSize: 3 } } } }\n");

        SinceOutput(Fleet, test).Should().Equal("shop-test-cluster-blue Changed");
        var alone = () => SinceOutput(Fleet);
        alone.Should().Throw<IOException>().WithMessage("*has the output of 2 fleets, got 1: name the same fleet files.");
    }

    private static string[] Between(string deployed, string fleet) => Words(AffectedStacks.Between(FleetFile.Parse(deployed), FleetFile.Parse(fleet)));

    private string[] SinceOutput() => SinceOutput(Fleet);

    private string[] SinceOutput(params string[] files) => Words(AffectedStacks.SinceOutput(Output, files, new WarningOptions()));

    private static string[] Words(IEnumerable<AffectedStack> stacks) => [.. stacks.Select(stack => $"{stack.Name} {stack.Change}")];
}
