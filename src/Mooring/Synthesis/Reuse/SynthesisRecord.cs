using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Synthesis.Output;

namespace Mooring.Synthesis.Reuse;

/// <summary>
/// The record of a run: its inputs and outputs, in a file next to the output. With it the next run finds the stacks that would not change. The
/// record may be older than the output, as after a run that was killed: a stack that does not agree with it is synthesized again.
/// </summary>
internal sealed partial record SynthesisRecord
{
    private const string FileName = ".synthesis.json";

    /// <summary>Fingerprint of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// Fingerprint of the fleet file and its record of priorities, which had no faults; <see langword="null"/> where the fleet was not read from a file.
    /// </summary>
    public string? FleetFile { get; init; }

    /// <summary>Fingerprint of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>The stacks, by name, sorted.</summary>
    public required IReadOnlyDictionary<string, StackRecord> Stacks { get; init; }

    /// <summary>Whether an output directory has a record.</summary>
    public static bool IsIn(string output) => File.Exists(Path.Combine(output, FileName));

    /// <summary>
    /// The record of an output directory; <see langword="null"/> where there is none, it is not readable, or another program wrote it.
    /// </summary>
    /// <param name="output">The output directory.</param>
    /// <param name="program">Fingerprint of the program.</param>
    public static SynthesisRecord? Read(string output, string program)
    {
        try
        {
            var record = IsIn(output) ? JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(output, FileName)), Json.Default.SynthesisRecord) : null;
            return record?.Program == program && record.Stacks.Values.All(stack => stack is { Files: not null }) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the record, whole or not at all.</summary>
    public void Write(string output)
    {
        var file = Path.Combine(output, FileName);
        File.WriteAllBytes($"{file}.new", JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.SynthesisRecord));
        File.Move($"{file}.new", file, overwrite: true);
    }

    /// <summary>The record of a stack whose inputs and files did not change.</summary>
    public StackRecord? Reusable(string stack, string slice, string output) =>
        Stacks.TryGetValue(stack, out var record) && record.Slice == slice && record.IsIntactIn(StagedOutput.FolderOf(output, stack)) ? record : null;

    /// <summary>Whether neither the fleet file with its record nor any written file changed.</summary>
    public bool IsIntact(string texts, string output) =>
        FleetFile == Fingerprint.Of(texts)
        && Manifest == Fingerprint.OfFile(Path.Combine(output, FleetManifest.FileName))
        && Stacks.AsParallel().All(stack => stack.Value.IsIntactIn(StagedOutput.FolderOf(output, stack.Key)));

    [JsonSerializable(typeof(SynthesisRecord))]
    [JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
    private sealed partial class Json : JsonSerializerContext;
}
