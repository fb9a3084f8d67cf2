using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Synthesis.Output;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Stacks.Everything;
using Xunit;

namespace Mooring.Tests.Synthesis.Output;

/// <summary>What is written stack by stack, with a manifest put together here, is what CDKTF writes of one app with all stacks.</summary>
public sealed class FleetManifestTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_output_of_the_sample_is_that_of_one_app()
    {
        using var sample = new SampleFleet();

        ShouldBeThatOfOneApp(sample);
    }

    [Fact]
    public void The_output_of_the_fleet_that_uses_everything_is_that_of_one_app()
    {
        using var everything = new EverythingFleet();

        ShouldBeThatOfOneApp(everything);
    }

    [Fact]
    public void Annotations_of_cdktf_are_kept_in_the_manifest()
    {
        var app = new App(new AppConfig { Outdir = _directory.Path, SkipValidation = true });
        var stack = FleetLayout.Plan(FleetFile.Parse(SmallFleet.Text))[0];
        Annotations.Of(stack.DefineIn(app)).AddWarning("\"quoted\" – <and> more");

        app.Synth();

        var entries = FleetManifest.EntriesIn(_directory.Path);
        entries[stack.Name].Should().Contain("more");
        FleetManifest.Compose([stack], _ => entries[stack.Name]).Should().Be(File.ReadAllText(Path.Combine(_directory.Path, FleetManifest.FileName)));
    }

    private void ShouldBeThatOfOneApp(SynthesizedFleetFixture fleet)
    {
        var app = new App(new AppConfig { Outdir = _directory.Path, SkipValidation = true });
        FleetLayout.AddTo(app, fleet.Fleet);
        app.Synth();

        SynthesizedFiles.In(fleet.Output).Should().BeEquivalentTo(SynthesizedFiles.In(_directory.Path));
    }
}
