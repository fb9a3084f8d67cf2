using System.Globalization;
using System.Text;

namespace Mooring.Fleet.Faults;

/// <summary>
/// A value of a fleet file, or one that it could have, by the keys that lead to it. The places of a file are a tree, so that what is known of a value,
/// of what holds it and of what it holds is found in one step, however long the file is.
/// </summary>
/// <remarks>A place becomes a part of the tree when something is noted of it; most places of the checks never do.</remarks>
internal sealed class FaultPlace
{
    private readonly FaultPlace? _parent;
    private readonly string _name;
    private readonly bool _isEntry;
    private Dictionary<string, FaultPlace>? _below;
    private bool _isInTree;

    /// <summary>The place of the whole file.</summary>
    public FaultPlace()
        : this(null, string.Empty, false) => _isInTree = true;

    private FaultPlace(FaultPlace? parent, string name, bool isEntry) => (_parent, _name, _isEntry) = (parent, name, isEntry);

    /// <summary>Where the value is; <see langword="default"/> where the file does not have it.</summary>
    public TextPlace Text { get; private set; }

    /// <summary>Whether the file gives a value.</summary>
    public bool IsGiven => Text != default;

    /// <summary>Whether the value could not be read.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Whether it or something that it holds could not be read.</summary>
    public bool HoldsUnreadable { get; private set; }

    /// <summary>Whether it has a fault.</summary>
    public bool HasFault { get; private set; }

    /// <summary>Whether it or something that it holds has a fault, or is not there because of one.</summary>
    public bool HoldsFault { get; private set; }

    /// <summary>Whether the file gives something that it holds.</summary>
    public bool HoldsValues => _below is { Count: > 0 } && _below.Values.Any(below => below.IsGiven);

    /// <summary>The names of what the file gives in it.</summary>
    public IEnumerable<string> Names => _below is null ? [] : _below.Values.Where(below => below.IsGiven).Select(below => below._name);

    /// <summary>The place of a key in it.</summary>
    public FaultPlace Key(string name) => _below?.GetValueOrDefault(name) ?? new(this, name, isEntry: false);

    /// <summary>The place of an entry in it.</summary>
    public FaultPlace Entry(int index)
    {
        var name = index.ToString(CultureInfo.InvariantCulture);
        return _below?.GetValueOrDefault(name) ?? new(this, name, isEntry: true);
    }

    /// <summary>What is known of the place, here or in the tree.</summary>
    public FaultPlace Known => _isInTree ? this : _parent!.Known._below?.GetValueOrDefault(_name) ?? this;

    /// <summary>The place and those that hold it, from the inside.</summary>
    public IEnumerable<FaultPlace> Upwards
    {
        get
        {
            for (var place = Known; place is not null; place = place._parent?.Known)
            {
                yield return place;
            }
        }
    }

    /// <summary>Notes where the value is. The first place counts.</summary>
    /// <returns>The place in the tree.</returns>
    public FaultPlace Give(TextPlace text)
    {
        var known = Join();
        known.Text = known.IsGiven ? known.Text : text;
        return known;
    }

    /// <summary>Notes a fault.</summary>
    /// <param name="isOfValue">Whether it is one of the value itself, and not of its key.</param>
    public void AddFault(bool isOfValue)
    {
        var known = Join();
        known.HasFault |= isOfValue;
        foreach (var place in Upwards)
        {
            place.HoldsFault = true;
        }
    }

    /// <summary>Notes that the value could not be read.</summary>
    public void MakeUnreadable()
    {
        Join().IsUnreadable = true;
        foreach (var place in Upwards)
        {
            (place.HoldsUnreadable, place.HoldsFault) = (true, true);
        }
    }

    /// <summary>The keys: <c>clusters.blue.bindings[0]</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var place in Upwards.Reverse().Skip(1))
        {
            _ =
                place._isEntry ? path.Append('[').Append(place._name).Append(']')
                : path.Length == 0 ? path.Append(Printable.Name(place._name))
                : path.Append('.').Append(Printable.Name(place._name));
        }

        return path.ToString();
    }

    private FaultPlace Join()
    {
        if (_isInTree)
        {
            return this;
        }

        var below = _parent!.Join()._below ??= new(StringComparer.Ordinal);
        if (below.TryGetValue(_name, out var known))
        {
            return known;
        }

        _isInTree = true;
        return below[_name] = this;
    }
}
