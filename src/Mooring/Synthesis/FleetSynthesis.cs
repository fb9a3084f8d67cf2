using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>
/// Synthesizes a fleet into an output directory, as CDKTF does: <c>manifest.json</c>, and <c>stacks/&lt;stack&gt;/cdk.tf.json</c> with its assets.
/// The directory is changed only when every stack was synthesized, by one run at a time, and all of it or nothing. What a run that was killed has
/// changed in part, the next one puts back first. A stack that would not change is reused; where no stack
/// would change, CDKTF does not run.
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
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old, or failed.</exception>
    /// <exception cref="UnfinishedPublicationException">The output is written in part; the next run puts it back.</exception>
    /// <exception cref="IOException">The output cannot be written; it is unchanged.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet Synthesize(FleetSpec fleet, string outputDirectory, SynthesisOptions options)
    {
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var output = OutputPlace.Of(outputDirectory);
        Publication.Recover(output, options.Files);
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        return new SynthesisRun(fleet, output, program, options).Run(RecordOf(outputDirectory, program, options));
    }

    /// <summary>
    /// Writes the Terraform of a fleet file, and the record of its rules' priorities beside it, where a rule has none of its own. A file that did
    /// not change is not parsed.
    /// </summary>
    /// <param name="fleetFile">Path of the fleet file.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist and the fleet has no faults.</param>
    /// <param name="options">How.</param>
    /// <exception cref="FleetException">The file has faults; the output directory is unchanged.</exception>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old, or failed.</exception>
    /// <exception cref="UnfinishedPublicationException">The output is written in part; the next run puts it back.</exception>
    /// <exception cref="IOException">The output cannot be written; it is unchanged.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet SynthesizeFile(string fleetFile, string outputDirectory, SynthesisOptions options)
    {
        var input = new FleetInput(fleetFile, options);
        // A file with faults creates no output directory.
        var early = SynthesisRecord.IsIn(outputDirectory) || Publication.HasAbandoned(outputDirectory) ? null : input.Read();
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var output = OutputPlace.Of(outputDirectory, PriorityRecordFile.PathFor(fleetFile));
        Publication.Recover(output, options.Files);
        // The run that it waited for may have written another record of priorities, or one that was killed.
        input = new FleetInput(fleetFile, options);
        early = early is not null && input.TextsWith(early.Extended) == early.TextsBefore ? early : null;
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        var record = RecordOf(outputDirectory, program, options);
        if (record?.IsIntact(input.TextsWith(record.Extended), outputDirectory) == true)
        {
            return SynthesizedFleet.Of(record.Stacks, outputDirectory, isReused: _ => true);
        }

        var read = early ?? input.Read();
        return new SynthesisRun(read.Fleet, output, program, options)
        {
            Texts = read.TextsAfter,
            Extended = read.Extended,
            Priorities = read.Priorities,
        }.Run(record);
    }

    private static SynthesisRecord? RecordOf(string output, string program, SynthesisOptions options) =>
        options.Reuse ? SynthesisRecord.Read(output, program) : null;
}
