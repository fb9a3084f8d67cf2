using System.Text.Json;
using HashiCorp.Cdktf;
using Mooring.Fleet;

namespace Mooring.Stacks;

/// <summary>Synthesizes a fleet into an output directory.</summary>
public static class FleetSynthesis
{
    /// <summary>
    /// Writes the Terraform of a fleet as CDKTF does: <c>manifest.json</c>, and <c>stacks/&lt;stack&gt;/cdk.tf.json</c> with its
    /// assets. The output directory is changed only when every stack was synthesized.
    /// </summary>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="outputDirectory">The output directory; it is created when it is not there.</param>
    /// <param name="onStack">Is told the name of each stack when it is begun.</param>
    public static SynthesizedFleet Synthesize(FleetSpec fleet, string outputDirectory, Action<string>? onStack = null)
    {
        using var output = new StagedOutput(outputDirectory);
        // CDKTF's validations would run Terraform, twice for every 'cloud' and 'import' block; what they check is left to Terraform itself.
        var app = new App(new AppConfig { Outdir = output.StagingDirectory, SkipValidation = true });
        FleetLayout.AddTo(app, fleet, onStack);
        app.Synth();
        var stacks = output.Publish();
        return new SynthesizedFleet([.. stacks.Select(stack => Describe(outputDirectory, stack))], output.Left(stacks));
    }

    private static SynthesizedStack Describe(string outputDirectory, string stack)
    {
        var file = Path.Combine(outputDirectory, StagedOutput.StacksFolder, stack, StagedOutput.StackFile);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var resources = json.RootElement.TryGetProperty("resource", out var types)
            ? types.EnumerateObject().Sum(type => type.Value.EnumerateObject().Count())
            : 0;
        return new SynthesizedStack(stack, resources, file);
    }
}
