using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>
/// Synthesizes a fleet into an output directory, as CDKTF does: <c>manifest.json</c>, and <c>stacks/&lt;stack&gt;/cdk.tf.json</c> with its assets.
/// The directory is changed only when every stack was synthesized, by one run at a time. A stack that would not change is reused; where no stack
/// would change, neither CDKTF nor Node.js is started.
/// </summary>
public static class FleetSynthesis
{
    /// <summary>Writes the Terraform of a fleet.</summary>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist.</param>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old.</exception>
    public static SynthesizedFleet Synthesize(FleetSpec fleet, string outputDirectory) => Synthesize(fleet, outputDirectory, new SynthesisOptions());

    /// <summary>Writes the Terraform of a fleet.</summary>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist.</param>
    /// <param name="options">How.</param>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet Synthesize(FleetSpec fleet, string outputDirectory, SynthesisOptions options)
    {
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        return new SynthesisRun(fleet, fleetFile: null, outputDirectory, program, options).Run(RecordOf(outputDirectory, program, options));
    }

    /// <summary>Writes the Terraform of a fleet file. A file that did not change is not parsed.</summary>
    /// <param name="fleetFile">Path of the fleet file.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist and the fleet has no faults.</param>
    /// <param name="options">How.</param>
    /// <exception cref="FleetException">The file has faults; the output directory is unchanged.</exception>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet SynthesizeFile(string fleetFile, string outputDirectory, SynthesisOptions options)
    {
        var text = FleetFile.ReadText(fleetFile);
        var warned = false;
        // A file with faults creates no output directory.
        var fleet = SynthesisRecord.IsIn(outputDirectory) ? null : Parse();
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        var record = RecordOf(outputDirectory, program, options);
        return record?.IsIntact(text, outputDirectory) == true
            ? SynthesizedFleet.Of(record.Stacks, outputDirectory, isReused: _ => true)
            : Run(fleet ?? Parse());

        FleetSpec Parse() => FleetFile.Parse(text, fleetFile, options.Warnings with { OnWarning = Warn });

        void Warn(FleetWarning warning)
        {
            warned = true;
            options.Warnings.OnWarning?.Invoke(warning);
        }

        // A file with warnings is not recorded, so that the next run parses it and warns again.
        SynthesizedFleet Run(FleetSpec parsed) => new SynthesisRun(parsed, warned ? null : text, outputDirectory, program, options).Run(record);
    }

    private static SynthesisRecord? RecordOf(string output, string program, SynthesisOptions options) =>
        options.Reuse ? SynthesisRecord.Read(output, program) : null;
}
