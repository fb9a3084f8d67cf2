using FluentAssertions;
using Mooring.Errors;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Synthesis;

[Collection(nameof(SampleFleet))]
public sealed class FleetSynthesisTests : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_removed_stack_is_named_and_can_still_be_destroyed()
    {
        var fleet = FleetFile.Parse(SmallFleet.Text);
        FleetSynthesis.Synthesize(fleet, _output.Path).Left.Should().BeEmpty();

        var synthesized = FleetSynthesis.Synthesize(fleet with { ArgoCd = null }, _output.Path);

        synthesized.Stacks.Select(stack => stack.Name).Should().NotContain("registration-blue");
        synthesized.Left.Should().Equal("registration-blue");
        File.Exists(Path.Combine(_output.Path, "stacks", "registration-blue", "cdk.tf.json")).Should().BeTrue();
    }

    [Fact]
    public void Files_of_terraform_next_to_a_stack_stay()
    {
        var fleet = FleetFile.Parse(SmallFleet.Text);
        FleetSynthesis.Synthesize(fleet, _output.Path);
        var lockFile = Path.Combine(_output.Path, "stacks", "cluster-blue", ".terraform.lock.hcl");
        File.WriteAllText(lockFile, "# kept");

        FleetSynthesis.Synthesize(fleet, _output.Path);

        File.ReadAllText(lockFile).Should().Be("# kept");
    }

    [Fact]
    public void When_synthesis_fails_the_last_output_is_unchanged()
    {
        var fleet = FleetFile.Parse(SmallFleet.Text);
        FleetSynthesis.Synthesize(fleet, _output.Path);
        var before = SynthesizedFiles.In(_output.Path);

        // A fleet that was never checked: its second load balancer cannot be defined.
        var broken = fleet with
        {
            Region = "eu-central-1",
            LoadBalancers = fleet.LoadBalancers.Append(new("broken", fleet.LoadBalancers["public"] with { Subnets = [] })).ToDictionary(),
        };
        var synthesize = () => FleetSynthesis.Synthesize(broken, _output.Path);

        synthesize.Should().Throw<ConstructException>().WithMessage("load-balancer-broken/LoadBalancer: 'SubnetIds' must have at least 2 entries, got 0");
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(before);
    }

    [Fact]
    public void A_fleet_without_argo_cd_registers_nothing()
    {
        FleetSynthesis.Synthesize(SmallFleet.With("argoCd:\n  cluster: root\n", ""), _output.Path);

        Stacks().Should().BeEquivalentTo("load-balancer-public", "cluster-root", "cluster-blue", "binding-blue");
    }

    private IEnumerable<string> Stacks() => Directory.GetDirectories(Path.Combine(_output.Path, "stacks")).Select(directory => Path.GetFileName(directory)!);
}
