using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Stacks;
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
        return new SynthesisRun(FleetLayout.Plan(fleet), output, program, options).Run(RecordOf(outputDirectory, program, options));
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
    public static SynthesizedFleet SynthesizeFile(string fleetFile, string outputDirectory, SynthesisOptions options) =>
        SynthesizeFiles([fleetFile], outputDirectory, options);

    /// <summary>
    /// Writes the Terraform of several fleet files into one output directory, all or nothing. There a stack has the name of its state,
    /// <c>&lt;fleet&gt;-&lt;stack&gt;</c>. One file is written as <see cref="SynthesizeFile"/> does.
    /// </summary>
    /// <param name="fleetFiles">Paths of the fleet files, at least one.</param>
    /// <param name="outputDirectory">The output directory; it is created if it does not exist and the fleets have no faults.</param>
    /// <param name="options">How.</param>
    /// <exception cref="FleetException">The files have faults, or manage the same things; the output directory is unchanged.</exception>
    /// <exception cref="NodeRuntimeException">Node.js is missing or too old, or failed.</exception>
    /// <exception cref="UnfinishedPublicationException">The output is written in part; the next run puts it back.</exception>
    /// <exception cref="IOException">The output cannot be written; it is unchanged.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the output directory is unchanged.</exception>
    public static SynthesizedFleet SynthesizeFiles(IReadOnlyList<string> fleetFiles, string outputDirectory, SynthesisOptions options)
    {
        var inputs = new FleetInputs(fleetFiles, options);
        // A file with faults creates no output directory.
        var early = SynthesisRecord.IsIn(outputDirectory) || Publication.HasAbandoned(outputDirectory) ? null : inputs.Read();
        using var held = OutputLock.Take(outputDirectory, options.OnWait, options.Cancellation);
        var output = OutputPlace.Of(outputDirectory, fleetFiles.Select(PriorityRecordFile.PathFor));
        Publication.Recover(output, options.Files);
        // The run that it waited for may have written another record of priorities, or one that was killed.
        inputs = new FleetInputs(fleetFiles, options);
        early = early is not null && inputs.TextsWith(early.Extended) == early.TextsBefore ? early : null;
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        var record = RecordOf(outputDirectory, program, options);
        if (record is not null && inputs.TextsWith(record.Extended) is { } texts && record.IsIntact(texts, outputDirectory))
        {
            return SynthesizedFleet.Of(record.Stacks, outputDirectory, isReused: _ => true);
        }

        var read = early ?? inputs.Read();
        return new SynthesisRun(FleetLayout.Plan([.. read.Fleets.Select(fleet => fleet.Fleet)]), output, program, options)
        {
            Texts = read.TextsAfter,
            Extended = read.Extended,
            Priorities = [.. read.Fleets.Select(fleet => fleet.Priorities).OfType<PriorityRecordFile>()],
        }.Run(record);
    }

    private static SynthesisRecord? RecordOf(string output, string program, SynthesisOptions options) =>
        options.Reuse ? SynthesisRecord.Read(output, program) : null;
}
