using System.Text.Json;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Stacks;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>One run that writes a fleet to an output directory, which it has locked.</summary>
/// <param name="plan">The stacks.</param>
/// <param name="output">The output directory.</param>
/// <param name="program">Fingerprint of the program.</param>
/// <param name="options">How.</param>
internal sealed class SynthesisRun(IReadOnlyList<PlannedStack> plan, PublishedDirectory output, string program, SynthesisOptions options)
{
    /// <summary>Texts of the fleets' files and records, where they are from files that the next run need not read.</summary>
    public string? Texts { get; init; }

    /// <summary>Paths of the files that each fleet file extends, from its folder.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Extended { get; init; } = [];

    /// <summary>The records of the rules' priorities that changed.</summary>
    public IReadOnlyList<PriorityRecordFile> Priorities { get; init; } = [];

    /// <summary>Synthesizes the stacks that would change, and publishes them.</summary>
    /// <param name="last">The record of the last run, whose output is reused.</param>
    public SynthesizedFleet Run(SynthesisRecord? last)
    {
        var slices = plan.ToDictionary(stack => stack.Name, StackRecord.SliceOf);
        var reused = Reusable(last, slices);
        using var staged = new StagedOutput(output, options.Files);
        var synthesized = Stage([.. plan.Where(stack => !reused.ContainsKey(stack.Name))], staged.StagingDirectory, slices);

        // From here on the run cannot be stopped, so that the output is complete.
        options.Cancellation.ThrowIfCancellationRequested();
        var stacks = new SortedDictionary<string, StackRecord>(reused.Concat(synthesized).ToDictionary(), StringComparer.Ordinal);
        var manifest = FleetManifest.Compose(plan, stack => stacks[stack.Name].Entry);
        var record = new SynthesisRecord
        {
            Program = program,
            FleetFile = Texts is null ? null : Fingerprint.Of(Texts),
            Extended = Extended,
            Manifest = Fingerprint.Of(manifest),
            Stacks = stacks,
        };
        staged.Publish(
            synthesized.ToDictionary(stack => stack.Key, stack => stack.Value.Files),
            manifest,
            record.ToBytes(),
            Priorities.ToDictionary(file => file.Path, file => file.Text)
        );
        return SynthesizedFleet.Of(stacks, output.Path, reused.ContainsKey) with { WrittenPriorities = [.. Priorities.Select(file => file.Path)] };
    }

    private Dictionary<string, StackRecord> Reusable(SynthesisRecord? last, Dictionary<string, string> slices) =>
        last is null
            ? []
            : plan.AsParallel()
                .Select(stack => (stack.Name, stack.Dependencies, Record: last.Reusable(stack.Name, slices[stack.Name], output.Path)))
                .Where(stack => stack.Record is not null)
                // The order of stacks is that of the whole fleet, which a stack does not see.
                .ToDictionary(stack => stack.Name, stack => stack.Record! with { Dependencies = stack.Dependencies });

    /// <summary>Synthesizes stacks into the staging directory, and records their output.</summary>
    private Dictionary<string, StackRecord> Stage(PlannedStack[] stacks, string directory, Dictionary<string, string> slices)
    {
        if (stacks.Length == 0)
        {
            return [];
        }

        options.OnBegin?.Invoke(stacks.Length);
        var entries = Synthesize(stacks, directory);
        return stacks
            .AsParallel()
            .AsOrdered()
            .Select(stack =>
            {
                var folder = StagedOutput.FolderOf(directory, stack.Name);
                var resources = ResourcesIn(Path.Combine(folder, OutputPlace.StackFile));
                return (stack.Name, Record: StackRecord.Of(stack, slices[stack.Name], entries[stack.Name], folder, resources));
            })
            .ToDictionary(stack => stack.Name, stack => stack.Record);
    }

    /// <summary>Synthesizes stacks into the staging directory, and returns CDKTF's manifest entry of each.</summary>
    private Dictionary<string, string> Synthesize(PlannedStack[] stacks, string directory)
    {
        var engine = options.Engine ?? JsiiEngine.Default;
        JsiiEngine.Check(engine);
        var entries = new StackBatches(engine, options.OnStack, options.Cancellation).Synthesize(stacks, directory);
        options.OnEngine?.Invoke(JsiiEngine.ReportOf(engine));
        return entries;
    }

    private static int ResourcesIn(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.TryGetProperty("resource", out var types) ? types.EnumerateObject().Sum(type => type.Value.EnumerateObject().Count()) : 0;
    }
}
