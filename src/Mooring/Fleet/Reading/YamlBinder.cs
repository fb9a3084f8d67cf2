using System.Collections;
using Mooring.Fleet.Faults;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Reading;

/// <summary>
/// Turns YAML values into records. YamlDotNet's own deserializer ends at the first error; this one records each error, uses a blank value instead,
/// and continues, so that all faults of a file are found at once.
/// </summary>
internal sealed class YamlBinder(FaultCollector faults)
{
    private readonly YamlEntries _entries = new(faults);
    private readonly List<FaultPlace> _empty = [];

    /// <summary>The value of a type; a blank one, never <see langword="null"/>, where the YAML value is faulty.</summary>
    public object Bind(YamlValue value, Type type, FaultPlace place)
    {
        place = place.Give(value.Text);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value.Problem is { } problem)
        {
            faults.AddUnreadable(place, problem, ErrorCodes.Unreadable);
            return BlankValue.Of(type);
        }

        return type == typeof(ChartValue) ? ChartValue.Of(new ChartValueBinder(_entries, faults).Bind(value, place))
            : ScalarType.IsScalar(type) ? BindScalar(value, type, place)
            : BlankValue.IsList(type) ? BindList(value, type, place)
            : BlankValue.IsMap(type) ? BindMap(value, type, place)
            : BindRecord(value, RecordType.Of(type), place);
    }

    /// <summary>Adds a fault of each text without a character that no check has refused: AWS, Kubernetes and Terraform would.</summary>
    public void RefuseEmpty()
    {
        foreach (var place in _empty)
        {
            faults.Add(place, "must have at least one character, or be left out");
        }
    }

    private object BindScalar(YamlValue value, Type type, FaultPlace place)
    {
        var bound = value is YamlSingle single ? ScalarType.Parse(single, type) : null;
        if (bound is null)
        {
            faults.AddUnreadable(place, $"must be {ScalarType.Expectation(type)}, got {value.Description}");
        }

        return bound ?? BlankValue.Of(type);
    }

    private IList BindList(YamlValue value, Type type, FaultPlace place)
    {
        var element = type.GetGenericArguments()[0];
        var list = (IList)BlankValue.Of(type);
        if (value is YamlList entries)
        {
            foreach (var entry in entries.Entries)
            {
                list.Add(Bind(entry, element, place.Entry(list.Count)));
            }
        }
        else
        {
            faults.AddUnreadable(place, $"must be a list, got {value.Description}");
        }

        return list;
    }

    private IDictionary BindMap(YamlValue value, Type type, FaultPlace place)
    {
        var element = type.GetGenericArguments()[1];
        var map = (IDictionary)BlankValue.Of(type);
        if (value is YamlMapping mapping)
        {
            foreach (var (name, _, entry) in _entries.Of(mapping, place))
            {
                map.Add(name, Bind(entry, element, place.Key(name)));
            }
        }
        else
        {
            faults.AddUnreadable(place, $"must be a mapping of names, got {value.Description}");
        }

        return map;
    }

    private object BindRecord(YamlValue value, RecordType type, FaultPlace place)
    {
        var record = type.Blank();
        if (value is not YamlMapping mapping)
        {
            // `local:` with nothing behind it is a record with all its defaults.
            if (value is not YamlSingle { IsNothing: true } || type.Required.Count > 0)
            {
                faults.AddUnreadable(place, $"must be a mapping, got {value.Description}");
            }

            return record;
        }

        var given = _entries.Of(mapping, place).ToArray();
        var names = given.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, key, entry) in given)
        {
            if (type.Properties.TryGetValue(name, out var property))
            {
                property.SetValue(record, Bind(entry, property.PropertyType, place.Key(name)));
                if (!type.MayBeEmpty.Contains(name))
                {
                    NoteEmpty(entry, property.PropertyType, place.Key(name));
                }
            }
            else
            {
                // The mapping may have the key that is meant from a file that is extended.
                var others = given.Where(other => other.Key.File == key.File).Select(other => other.Name);
                faults.AddUnknown(key, place, name, DidYouMean.Of(name, type.Properties.Keys.Except(others)), type.Properties.Keys);
            }
        }

        foreach (var name in type.Required.Where(name => !names.Contains(name)))
        {
            faults.AddUnreadable(place.Key(name), "is required", ErrorCodes.Missing);
        }

        return record;
    }

    private void NoteEmpty(YamlValue value, Type type, FaultPlace place)
    {
        if (type == typeof(string) && value is YamlSingle { Value.Length: 0, IsPlain: false })
        {
            _empty.Add(place);
        }
        else if (type == typeof(IReadOnlyList<string>) && value is YamlList list)
        {
            foreach (var (index, entry) in list.Entries.Index())
            {
                NoteEmpty(entry, typeof(string), place.Entry(index));
            }
        }
    }
}
