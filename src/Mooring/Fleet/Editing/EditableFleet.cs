using System.Globalization;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Publishing;
using Mooring.Stacks.Slices;

namespace Mooring.Fleet.Editing;

/// <summary>
/// A fleet file whose weights can be changed in its text, or in that of a file that it extends: comments, order, quotes and line ends stay as they are. What
/// is edited is read again, and refused unless exactly the weights that are meant have changed.
/// </summary>
internal sealed class EditableFleet
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, string> _extended;

    private EditableFleet(string path, string text, IReadOnlyDictionary<string, string> extended, FleetSpec fleet) =>
        (Path, _text, _extended, Fleet) = (path, text, extended, fleet);

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>The fleet.</summary>
    public FleetSpec Fleet { get; }

    /// <summary>Reads and checks a fleet file.</summary>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults.</exception>
    public static EditableFleet Read(string path, WarningOptions warnings)
    {
        var (text, extended) = (FleetFile.ReadText(path), new ExtendedFiles());
        var fleet = Parse(path, text, extended, warnings);
        return new(path, text, extended.Texts, fleet);
    }

    /// <summary>The file in which the weights of a forward are written: the fleet file, or one that it extends, which other fleets may extend, too.</summary>
    /// <exception cref="FleetException">A weight is not written.</exception>
    public string FileOf(ActionAddress address) => ValuesOf(address)[0].Text.File ?? Path;

    /// <summary>The file with other weights in one forward. Nothing is written.</summary>
    /// <param name="address">The action that forwards.</param>
    /// <param name="weights">A weight for each target group, in their order.</param>
    /// <exception cref="FleetException">A weight is not written, or another part of the fleet has it, too.</exception>
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
        var values = ValuesOf(address);
        var changes = values.Zip(weights);
        var (text, extended) = values[0].Text.File is { } file
            ? (_text, new Dictionary<string, string>(_extended) { [file] = Edit(_extended[file], changes) })
            : (Edit(_text, changes), _extended);
        return HasOnly(meant, text, extended) is { } fleet ? new(Path, text, extended, fleet) : throw Shared(values[0].Text);
    }

    /// <summary>Writes the text to the file that it is of, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written; the file is unchanged.</exception>
    /// <exception cref="FleetException">Somebody else has changed the fleet file, or one that it extends.</exception>
    public void Replace(EditableFleet old)
    {
        (string Path, string Before, string Now)[] files =
        [
            (Path, old._text, _text),
            .. _extended.Select(file => (file.Key, old._extended[file.Key], file.Value)),
        ];
        foreach (var (path, _, _) in files.Where(file => FleetFile.ReadText(file.Path) != file.Before))
        {
            throw new FleetException([
                new Fault(path, 0, 0, string.Empty, "was changed by somebody else meanwhile, and is left as it is: run the command again")
                {
                    Code = ErrorCodes.Change,
                },
            ]);
        }

        foreach (var (path, _, now) in files.Where(file => file.Now != file.Before))
        {
            ReplacedFile.Write(path, TextFile.EncodingOf(File.ReadAllBytes(path)).GetBytes(now));
        }
    }

    private IReadOnlyList<YamlSingle> ValuesOf(ActionAddress address) =>
        new WeightValues(Path, Unmarked(_text), _extended.ToDictionary(file => file.Key, file => Unmarked(file.Value))).Of(address, Fleet);

    /// <summary>Replaces the weights, the last one first, so that the places of the others stay.</summary>
    private static string Edit(string text, IEnumerable<(YamlSingle Value, int Weight)> changes)
    {
        var edited = Unmarked(text);
        foreach (var (value, weight) in changes.OrderByDescending(change => change.Value.Written.End.Value))
        {
            var end = value.Written.End.Value;
            // An anchor may be in front of it.
            edited = $"{edited[..(end - value.Value.Length)]}{weight.ToString(CultureInfo.InvariantCulture)}{edited[end..]}";
        }

        return text.StartsWith(ByteOrderMark) ? $"{ByteOrderMark}{edited}" : edited;
    }

    private static string Unmarked(string text) => text.TrimStart(ByteOrderMark);

    /// <summary>The fleet of edited texts; <see langword="null"/> where it is not the one that is meant.</summary>
    private FleetSpec? HasOnly(FleetSpec meant, string text, IReadOnlyDictionary<string, string> extended)
    {
        try
        {
            var fleet = Parse(Path, text, new ExtendedFiles(extended), new WarningOptions());
            return SliceWriter.Write(fleet).AsSpan().SequenceEqual(SliceWriter.Write(meant)) ? fleet : null;
        }
        catch (FleetException)
        {
            return null;
        }
    }

    private static FleetSpec Parse(string path, string text, ExtendedFiles extended, WarningOptions warnings) =>
        new FleetReader(path, warnings) { Record = PriorityRecordFile.Beside(path), Extended = extended }
            .Read(text)
            .Fleet;

    private FleetException Shared(TextPlace place) =>
        new([
            new Fault(
                place.File ?? Path,
                place.Line,
                place.Column,
                string.Empty,
                "has the weights of this forward in a place that other parts of the file use, too, by an anchor or a merge: write them out where they are used"
            ),
        ]);
}
