using System.Globalization;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Publishing;
using Mooring.Stacks.Slices;

namespace Mooring.Fleet.Editing;

/// <summary>
/// A fleet file whose weights can be changed in its text: comments, order, quotes and line ends stay as they are. What is edited is read again, and
/// refused unless exactly the weights that are meant have changed.
/// </summary>
internal sealed class EditableFleet
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _text;

    private EditableFleet(string path, string text, FleetSpec fleet) => (Path, _text, Fleet) = (path, text, fleet);

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>The fleet.</summary>
    public FleetSpec Fleet { get; }

    /// <summary>Reads and checks a fleet file.</summary>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults.</exception>
    public static EditableFleet Read(string path, WarningOptions warnings)
    {
        var text = FleetFile.ReadText(path);
        return new(path, text, Parse(path, text, warnings));
    }

    /// <summary>The file with other weights in one forward. Nothing is written.</summary>
    /// <param name="address">The action that forwards.</param>
    /// <param name="weights">A weight for each target group, in their order.</param>
    /// <exception cref="FleetException">A weight is not written in the file, or another part of the file has it, too.</exception>
    public EditableFleet WithWeights(ActionAddress address, IReadOnlyList<int> weights)
    {
        var forward = address.In(Fleet)!.Forward!;
        var meant = address.WithForward(
            Fleet,
            forward with
            {
                TargetGroups = [.. forward.TargetGroups.Zip(weights, (target, weight) => target with { Weight = weight })],
            }
        );
        var (mark, text) = _text.StartsWith(ByteOrderMark) ? ($"{ByteOrderMark}", _text[1..]) : (string.Empty, _text);
        var values = new WeightValues(Path, text).Of(address, Fleet);
        var edited = mark + Edit(text, values.Zip(weights));
        return HasOnly(meant, edited) is { } fleet ? new(Path, edited, fleet) : throw Shared(values[0].Text);
    }

    /// <summary>Writes the text to the file, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written; the file is unchanged.</exception>
    /// <exception cref="FleetException">Somebody else has changed the file.</exception>
    public void Replace(EditableFleet old)
    {
        if (FleetFile.ReadText(Path) != old._text)
        {
            throw new FleetException([
                new Fault(Path, 0, 0, string.Empty, "was changed by somebody else meanwhile, and is left as it is: run the command again")
                {
                    Code = ErrorCodes.Change,
                },
            ]);
        }

        ReplacedFile.Write(Path, TextFile.EncodingOf(File.ReadAllBytes(Path)).GetBytes(_text));
    }

    /// <summary>Replaces the weights, the last one first, so that the places of the others stay.</summary>
    private static string Edit(string text, IEnumerable<(YamlSingle Value, int Weight)> changes)
    {
        foreach (var (value, weight) in changes.OrderByDescending(change => change.Value.Written.End.Value))
        {
            var end = value.Written.End.Value;
            // An anchor may be in front of it.
            text = $"{text[..(end - value.Value.Length)]}{weight.ToString(CultureInfo.InvariantCulture)}{text[end..]}";
        }

        return text;
    }

    /// <summary>The fleet of an edited text; <see langword="null"/> where it is not the one that is meant.</summary>
    private FleetSpec? HasOnly(FleetSpec meant, string edited)
    {
        try
        {
            var fleet = Parse(Path, edited, new WarningOptions());
            return SliceWriter.Write(fleet).AsSpan().SequenceEqual(SliceWriter.Write(meant)) ? fleet : null;
        }
        catch (FleetException)
        {
            return null;
        }
    }

    private static FleetSpec Parse(string path, string text, WarningOptions warnings) =>
        new FleetReader(path, warnings) { Record = PriorityRecordFile.Beside(path), Extended = new() }
            .Read(text)
            .Fleet;

    private FleetException Shared(TextPlace place) =>
        new([
            new Fault(
                Path,
                place.Line,
                place.Column,
                string.Empty,
                "has the weights of this forward in a place that other parts of the file use, too, by an anchor or a merge: write them out where they are used"
            ),
        ]);
}
