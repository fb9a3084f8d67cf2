using FluentAssertions;
using FsCheck.Fluent;
using Mooring.Fleet.Faults;
using Mooring.Jsii;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>Generated fleets with both engines. <c>MOORING_FUZZ_INPUTS</c> is how many.</summary>
public class GeneratedFleetTests
{
    [Fact]
    public void Both_engines_write_the_same_for_any_fleet()
    {
        var inputs = int.TryParse(Environment.GetEnvironmentVariable("MOORING_FUZZ_INPUTS"), out var number) ? number : 15;
        var synthesized = 0;

        foreach (var fleet in FleetGenerator.Fleet(most: 4).Sample(inputs))
        {
            using var directory = new TemporaryDirectory();
            var file = Path.Combine(directory.Path, "fleet.yaml");
            File.WriteAllText(file, fleet.Text);
            try
            {
                var output = Path.Combine(directory.Path, "out");
                FleetSynthesis.SynthesizeFile(file, output, new SynthesisOptions { Engine = SynthesisEngine.Both });
                synthesized++;
            }
            catch (FleetException)
            {
                // A few of them break a limit by accident.
            }
        }

        synthesized.Should().BePositive();
        JsiiEngine.ReportOf(SynthesisEngine.Both).Should().Be("engine: both, every answer was the same");
    }
}
