using YamlDotNet.Core;

namespace Mooring.Fleet.Faults;

/// <summary>Collects the faults of a fleet file and knows the place of each path in the file.</summary>
internal sealed class FaultCollector(string file)
{
    private readonly List<Fault> _faults = [];
    private readonly List<FleetWarning> _warnings = [];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark> _places = new(StringComparer.Ordinal);

    /// <summary>The faults so far, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults => [.. _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>The warnings so far, in the order of the file.</summary>
    public IReadOnlyList<FleetWarning> Warnings => [.. _warnings.OrderBy(warning => warning.Place.Line).ThenBy(warning => warning.Place.Column)];

    /// <summary>Adds a warning at the value of a path.</summary>
    public void Warn(string path, string code, string message) => _warnings.Add(new FleetWarning(code, FaultAt(PlaceOf(path), path, message, code)));

    /// <summary>Stores the place of the value of a path.</summary>
    public void Place(string path, Mark mark) => _places.TryAdd(path, mark);

    /// <summary>Adds that a key is not known. Where a known key was probably meant, that one counts as unreadable.</summary>
    /// <param name="place">Place of the key in the file.</param>
    /// <param name="path">Path of the mapping that has the key.</param>
    /// <param name="name">The key.</param>
    /// <param name="meant">The known key that was probably meant; <see langword="null"/> when there is none.</param>
    /// <param name="known">The keys that the mapping can have.</param>
    public void AddUnknown(Mark place, string path, string name, string? meant, IEnumerable<string> known)
    {
        if (meant is not null)
        {
            Add(place, Join(path, name), $"is not a known key: did you mean '{meant}'?", ErrorCodes.UnknownKey);
            _unreadable.Add(Join(path, meant));
        }
        else
        {
            var expected = known.Any() ? $"expected one of {string.Join(", ", known.Select(key => $"'{key}'"))}" : "there is none here";
            Add(place, Join(path, name), $"is not a known key: {expected}", ErrorCodes.UnknownKey);
        }
    }

    /// <summary>The path of a key below a path.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Adds that the value of a path is of another type. What is missing below it is not reported.</summary>
    public void AddUnreadable(string path, string message, string code = ErrorCodes.WrongType)
    {
        Add(path, message, code);
        _unreadable.Add(path);
    }

    /// <summary>
    /// Adds a fault at the value of a path or, where the file does not have it, at the mapping that should. A second fault of the same value is
    /// left out, as is one of a value with a part that could not be read: they would only follow from the first.
    /// </summary>
    public void Add(string path, string message, string code = ErrorCodes.Refused)
    {
        if (
            !_faults.Exists(fault => fault.Path == path)
            && !_unreadable.Any(unreadable => path == unreadable || IsBelow(path, unreadable) || IsBelow(unreadable, path))
        )
        {
            Add(PlaceOf(path), path, message, code);
        }
    }

    /// <summary>Adds a fault, if there is one, at the value of a path, also where the value has another one already.</summary>
    public void AddBeside(string path, string? message, string code)
    {
        if (message is not null && !_unreadable.Any(unreadable => path == unreadable || IsBelow(path, unreadable)))
        {
            Add(PlaceOf(path), path, message, code);
        }
    }

    /// <summary>The keys that the file gives directly below a path.</summary>
    public IEnumerable<string> KeysBelow(string path) => _places.Keys.Where(place => IsChild(place, path)).Select(place => place[(path.Length + 1)..]);

    /// <summary>Adds a fault at a place.</summary>
    public void Add(Mark place, string path, string message, string code) => _faults.Add(FaultAt(place, path, message, code));

    /// <summary>Adds that the file cannot be read, at a place that is not known.</summary>
    public void AddUnreadableFile(string message) => _faults.Add(Unreadable(file, message));

    /// <summary>A file that cannot be read.</summary>
    public static Fault Unreadable(string file, string message) => new(file, 0, 0, string.Empty, message) { Code = ErrorCodes.Unreadable };

    /// <summary>Whether the file gives a value for a path.</summary>
    public bool IsGiven(string path) => _places.ContainsKey(path);

    /// <summary>Whether the value of a path could not be read, so that its contents are not known.</summary>
    public bool IsUnreadable(string path) => _unreadable.Contains(path);

    /// <summary>Whether there is a fault at a path or below it, so that what depends on the value is not known.</summary>
    public bool IsFaulty(string path) => _faults.Exists(fault => fault.Path == path || IsBelow(fault.Path, path));

    private Fault FaultAt(Mark place, string path, string message, string code) => new(file, (int)place.Line, (int)place.Column, path, message) { Code = code };

    private static bool IsBelow(string path, string ancestor) =>
        ancestor.Length == 0 || (path.Length > ancestor.Length && path.StartsWith(ancestor, StringComparison.Ordinal) && path[ancestor.Length] is '.' or '[');

    private static bool IsChild(string path, string parent) => IsBelow(path, parent) && path.IndexOfAny(['.', '['], parent.Length + 1) < 0;

    private Mark PlaceOf(string path)
    {
        while (true)
        {
            if (_places.TryGetValue(path, out var mark))
            {
                return mark;
            }

            if (path.Length == 0)
            {
                return Mark.Empty;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }
    }
}
