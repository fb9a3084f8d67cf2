namespace Mooring.Fleet.Faults;

/// <summary>Collects the faults of a fleet file and of those that it extends, each at the place of its value.</summary>
internal sealed class FaultCollector(string file)
{
    /// <summary>The most errors that are listed: a text of a megabyte can have a million, which take seconds to find, and nobody reads so many.</summary>
    private const int MostFaults = 2_000;

    private readonly List<(TextPlace Text, Fault Fault)> _faults = [];
    private readonly List<(TextPlace Text, FleetWarning Warning)> _warnings = [];
    private readonly List<string?> _files = [null];

    /// <summary>The place of the whole file.</summary>
    public FaultPlace Root { get; } = new();

    /// <summary>Whether there is a fault.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>The faults so far, in the order of the file, and after them those of the files that it extends.</summary>
    public IReadOnlyList<Fault> Faults => [.. _faults.OrderBy(each => OrderOf(each.Text)).Select(each => each.Fault)];

    /// <summary>The warnings so far, in the order of the file, and after them those of the files that it extends.</summary>
    public IReadOnlyList<FleetWarning> Warnings => [.. _warnings.OrderBy(each => OrderOf(each.Text)).Select(each => each.Warning)];

    /// <summary>Runs what finds the faults, to its end or until there are more than are listed.</summary>
    public static void Collect(Action find)
    {
        try
        {
            find();
        }
        catch (TooManyFaultsException)
        {
            // The last fault says so.
        }
    }

    /// <summary>Adds a file that is extended. The order of files is that in which they are added.</summary>
    public void AddFile(string extended) => _files.Add(extended);

    /// <summary>Adds a warning.</summary>
    public void Warn(FaultPlace place, string code, string message) =>
        _warnings.Add((TextOf(place), new FleetWarning(code, FaultAt(TextOf(place), $"{place}", message, code))));

    /// <summary>Adds that a key is not known. Where another one was probably meant, that one counts as unreadable.</summary>
    /// <param name="text">Place of the key in the file.</param>
    /// <param name="mapping">Place of the mapping that has the key.</param>
    /// <param name="name">The key.</param>
    /// <param name="meant">The known key that was probably meant, and that the mapping lacks; <see langword="null"/> when there is none.</param>
    /// <param name="known">The keys that the mapping can have.</param>
    public void AddUnknown(TextPlace text, FaultPlace mapping, string name, string? meant, IReadOnlyCollection<string> known)
    {
        AddAt(
            text,
            mapping.Key(name),
            meant is not null ? $"is not a known key: did you mean '{meant}'?"
                : known.Count > 0 ? $"is not a known key: expected one of {string.Join(", ", known.Select(key => $"'{key}'"))}"
                : "is not a known key: there is none here",
            ErrorCodes.UnknownKey
        );
        if (meant is not null)
        {
            mapping.Key(meant).MakeUnreadable();
        }
    }

    /// <summary>Adds that a value is of another type. What is missing in it is not reported.</summary>
    public void AddUnreadable(FaultPlace place, string message, string code = ErrorCodes.WrongType)
    {
        Add(place, message, code);
        place.MakeUnreadable();
    }

    /// <summary>
    /// Adds a fault of a value or, where the file does not have it, of the mapping that should. It is left out where it would only follow from
    /// another one: a second fault of a single value, or one of a value with a part that could not be read.
    /// </summary>
    public void Add(FaultPlace place, string message, string code = ErrorCodes.Refused)
    {
        var known = place.Known;
        if (!known.HoldsUnreadable && (!known.HasFault || known.HoldsValues))
        {
            AddBeside(place, message, code);
        }
    }

    /// <summary>Adds a fault, if there is one, which does not follow from other faults of the value or of what it holds.</summary>
    public void AddBeside(FaultPlace place, string? message, string code)
    {
        if (message is not null && !place.Upwards.Any(each => each.IsUnreadable))
        {
            Keep(TextOf(place), place, message, code);
            place.AddFault(isOfValue: true);
        }
    }

    /// <summary>Adds a fault of a key, which says nothing of its value.</summary>
    public void AddAt(TextPlace text, FaultPlace place, string message, string code)
    {
        Keep(text, place, message, code);
        place.AddFault(isOfValue: false);
    }

    private void Keep(TextPlace text, FaultPlace place, string message, string code)
    {
        if (_faults.Count == MostFaults)
        {
            _faults.Add((text, FaultAt(text, string.Empty, $"has more than {MostFaults} errors, and the others are not listed", ErrorCodes.Unreadable)));
            throw new TooManyFaultsException();
        }

        _faults.Add((text, FaultAt(text, $"{place}", message, code)));
    }

    /// <summary>A file that cannot be read.</summary>
    public static Fault Unreadable(string file, string message) => new(file, 0, 0, string.Empty, message) { Code = ErrorCodes.Unreadable };

    private Fault FaultAt(TextPlace text, string path, string message, string code) =>
        new(text.File ?? file, text.Line, text.Column, path, message) { Code = code };

    private (int File, int Line, int Column) OrderOf(TextPlace text) => (_files.IndexOf(text.File), text.Line, text.Column);

    private static TextPlace TextOf(FaultPlace place) => place.Upwards.FirstOrDefault(each => each.IsGiven)?.Text ?? default;

    /// <summary>Ends the search for faults.</summary>
    private sealed class TooManyFaultsException : Exception;
}
