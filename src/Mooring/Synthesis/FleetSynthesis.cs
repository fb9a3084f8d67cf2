using Mooring.Fleet;
using Mooring.Fleet.Faults;
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
        return new SynthesisRun(fleet, texts: null, outputDirectory, program, options).Run(RecordOf(outputDirectory, program, options));
    }

    /// <summary>
    /// Writes the Terraform of a fleet file, and the record of its rules' priorities beside it, where a rule has none of its own. A file that did
    /// not change is not parsed.
    /// </summary>
    /// <param name="fleetFile">Path of the fleet file.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist and the fleet has no faults.</param>
    /// <param name="options">How.</param>
    /// <exception cref="FleetException">The file has faults; the output directory is unchanged.</exception>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet SynthesizeFile(string fleetFile, string outputDirectory, SynthesisOptions options)
    {
        var input = new FleetInput(fleetFile, options);
        // A file with faults creates no output directory.
        var early = SynthesisRecord.IsIn(outputDirectory) ? null : input.Read();
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        var record = RecordOf(outputDirectory, program, options);
        if (record?.IsIntact(input.Texts, outputDirectory) == true)
        {
            return SynthesizedFleet.Of(record.Stacks, outputDirectory, isReused: _ => true);
        }

        var read = early ?? input.Read();
        using var priorities = read.StagePriorities();
        return new SynthesisRun(read.Fleet, read.Texts, outputDirectory, program, options) { Priorities = priorities }.Run(record);
    }

    private static SynthesisRecord? RecordOf(string output, string program, SynthesisOptions options) =>
        options.Reuse ? SynthesisRecord.Read(output, program) : null;
}
