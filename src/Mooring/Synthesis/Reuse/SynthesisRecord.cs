using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Publishing;
using Mooring.Synthesis.Output;

namespace Mooring.Synthesis.Reuse;

/// <summary>
/// The record of a run: its inputs and outputs, in a file next to the output. With it the next run finds the stacks that would not change. A stack
/// that does not agree with it is synthesized again.
/// </summary>
internal sealed partial record SynthesisRecord
{
    /// <summary>Fingerprint of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// Fingerprint of the fleet files, their records of priorities and the files that they extend, which had no faults; <see langword="null"/> where the
    /// fleet was not read from a file.
    /// </summary>
    public string? FleetFile { get; init; }

    /// <summary>Paths of the files that each fleet file extends, from its folder.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Extended { get; init; }

    /// <summary>Fingerprint of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>The stacks, by name, sorted.</summary>
    public required IReadOnlyDictionary<string, StackRecord> Stacks { get; init; }

    /// <summary>Whether every part is one that a run could have written.</summary>
    [JsonIgnore]
    private bool IsValid =>
        Manifest is not null
        && Extended?.All(files => files?.All(path => path is not null) == true) == true
        && Stacks is { Count: > 0 }
        && Stacks.All(stack => stack.Value?.IsValidFor(stack.Key) == true);

    /// <summary>Whether an output directory has a record.</summary>
    public static bool IsIn(string output) => File.Exists(PathIn(output));

    /// <summary>
    /// The record of an output directory; <see langword="null"/> where there is none that this program wrote, or somebody changed it since.
    /// </summary>
    /// <param name="output">The output directory.</param>
    /// <param name="program">Fingerprint of the program.</param>
    public static SynthesisRecord? Read(string output, string program)
    {
        try
        {
            return
                DiskFileSystem.Instance.KindOf(PathIn(output)) == FileKind.File
                && Parse(File.ReadAllBytes(PathIn(output))) is { } record
                && record.Program == program
                && record.IsValid
                ? record
                : null;
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The content of its file.</summary>
    public byte[] ToBytes()
    {
        var record = JsonSerializer.Serialize(this, Json.Default.SynthesisRecord);
        return Encoding.UTF8.GetBytes($"{{\"{nameof(Sealed.Checksum)}\":\"{Fingerprint.Of(record)}\",\"{nameof(Sealed.Record)}\":{record}}}");
    }

    /// <summary>The record of a stack whose inputs and files did not change.</summary>
    public StackRecord? Reusable(string stack, string slice, string output) =>
        Stacks.TryGetValue(stack, out var record) && record.IsReusable(slice, StagedOutput.FolderOf(output, stack)) ? record : null;

    /// <summary>Whether neither the fleet file with its record nor any written file changed.</summary>
    public bool IsIntact(string texts, string output) =>
        FleetFile == Fingerprint.Of(texts)
        && Manifest == Fingerprint.OfFile(Path.Combine(output, FleetManifest.FileName))
        && Stacks.AsParallel().All(stack => stack.Value.IsIntactIn(StagedOutput.FolderOf(output, stack.Key)));

    private static string PathIn(string output) => Path.Combine(output, OutputPlace.RecordFile);

    private static SynthesisRecord? Parse(byte[] content) =>
        JsonSerializer.Deserialize(content, Json.Default.Sealed) is { Record.ValueKind: JsonValueKind.Object } file
        && file.Checksum == Fingerprint.Of(file.Record.GetRawText())
            ? file.Record.Deserialize(Json.Default.SynthesisRecord)
            : null;

    /// <summary>The file.</summary>
    /// <param name="Checksum">Fingerprint of the record's text.</param>
    /// <param name="Record">The record.</param>
    private sealed record Sealed(string? Checksum, JsonElement Record);

    [JsonSerializable(typeof(SynthesisRecord))]
    [JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
    [JsonSerializable(typeof(Sealed))]
    private sealed partial class Json : JsonSerializerContext;
}
