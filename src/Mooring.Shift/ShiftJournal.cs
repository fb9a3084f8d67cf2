using System.Text.Json;
using Mooring.Publishing;

namespace Mooring.Shift;

/// <summary>
/// What a shift has to know after it was interrupted, and the fleet file does not say: the last good weights. It is a file beside the fleet file,
/// <c>fleet.shift.json</c>, while weights are on their way; it is written before the first change, and deleted at the end.
/// </summary>
internal sealed record ShiftJournal
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The action: <c>public/https/shop</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The target group that was named.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>The weight that it shall have at the end.</summary>
    public required int Weight { get; init; }

    /// <summary>The weights of the forward before the first step.</summary>
    public required IReadOnlyList<int> Beginning { get; init; }

    /// <summary>The last weights that were applied, and healthy for the whole pause.</summary>
    public required IReadOnlyList<int> LastGood { get; init; }

    /// <summary>How many healthy targets each target group had before the first step.</summary>
    public required IReadOnlyDictionary<string, int> HealthyAtBeginning { get; init; }

    /// <summary>Path of the journal of a fleet file.</summary>
    public static string PathFor(string fleetFile) => Path.ChangeExtension(fleetFile, ".shift.json");

    /// <summary>The journal of a fleet file; <see langword="null"/> where no shift is under way.</summary>
    /// <exception cref="ShiftException">It cannot be read.</exception>
    public static ShiftJournal? Beside(string fleetFile)
    {
        var path = PathFor(fleetFile);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ShiftJournal>(File.ReadAllBytes(path), s_options) ?? throw Unreadable(path);
        }
        catch (JsonException)
        {
            throw Unreadable(path);
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string fleetFile) => ReplacedFile.Write(PathFor(fleetFile), JsonSerializer.SerializeToUtf8Bytes(this, s_options));

    /// <summary>Deletes it: the file has good weights, and they are applied.</summary>
    public static void Delete(string fleetFile) => File.Delete(PathFor(fleetFile));

    private static ShiftException Unreadable(string path) =>
        new($"{path} must be what an interrupted shift has left, and cannot be read: check the weights in the fleet file, apply them, and delete it");
}
