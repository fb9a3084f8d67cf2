using System.Reflection;
using Mooring.Fleet.Faults;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Reading;

/// <summary>
/// Merges the YAML of two files, of which the upper one wins: mappings by their keys, lists whose entries have names by these, and everything else as a
/// whole. <c>null</c> removes a key, and <c>remove: true</c> an entry of a list.
/// </summary>
internal sealed class YamlMerge(FaultCollector faults)
{
    private const string Remove = "remove";

    private readonly YamlEntries _entries = new(faults);

    /// <summary>Merges two values.</summary>
    /// <param name="lower">The value of a file that is extended.</param>
    /// <param name="upper">The value of the file that extends it.</param>
    /// <param name="type">Their type; <see langword="null"/> where the key is not known.</param>
    /// <param name="place">Their place.</param>
    public YamlValue Merge(YamlValue lower, YamlValue upper, Type? type, FaultPlace place)
    {
        if (upper is YamlSingle { IsNothing: true, Problem: null } && lower is YamlMapping or YamlList)
        {
            // It could mean a mapping with nothing in it, which changes nothing, or null, which removes.
            faults.AddAt(upper.Text, place, $"must not be empty: write 'null' to remove what {At(lower)} has, or leave the key out", ErrorCodes.WrongType);
            place.MakeUnreadable();
            return upper;
        }

        return (lower, upper) switch
        {
            (YamlMapping below, YamlMapping above) when IsMergeable(type) && CanUse(below, place) => Merge(below, above, type!, place),
            (YamlList below, YamlList above) when KeysOf(type) is { } keys && CanUse(below, place) => Merge(below, above, type!, keys, place),
            _ => upper,
        };

        bool IsMergeable(Type? merged) => upper.Problem is null && merged is not null && !ScalarType.IsScalar(merged) && !BlankValue.IsList(merged);
    }

    private YamlMapping Merge(YamlMapping lower, YamlMapping upper, Type type, FaultPlace place)
    {
        var values = new OrderedDictionary<string, (TextPlace Key, YamlValue? Value)>(StringComparer.Ordinal);
        foreach (var (name, key, value) in _entries.Of(lower, place))
        {
            values[name] = (key, value);
        }

        foreach (var (name, key, value) in _entries.Of(upper, place))
        {
            var inherited = values.GetValueOrDefault(name).Value;
            values[name] = (
                key,
                inherited is null ? value
                : value is YamlSingle { IsNull: true, Problem: null } ? null
                : Merge(inherited, value, TypeOf(type, name), place.Key(name))
            );
        }

        var merged = new YamlMapping { Text = upper.Text };
        foreach (var (name, (key, value)) in values.Where(entry => entry.Value.Value is not null))
        {
            merged.Add(name, key, value!);
        }

        return merged;
    }

    private YamlList Merge(YamlList lower, YamlList upper, Type type, IReadOnlyList<string> keys, FaultPlace place)
    {
        var entries = lower.Entries.ToList<YamlValue?>();
        var inherited = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, entry) in lower.Entries.Index())
        {
            if (NameOf(entry, keys) is { Length: > 0 } named)
            {
                inherited.TryAdd(named, index);
            }
        }

        foreach (var entry in upper.Entries)
        {
            var name = NameOf(entry, keys);
            if (inherited.Remove(name, out var index))
            {
                entries[index] = IsRemoval(entry, keys) ? null : Merge(entries[index]!, entry, type.GetGenericArguments()[0], place.Entry(index));
            }
            else if (IsRemoval(entry, keys))
            {
                faults.AddAt(entry.Text, place, $"has no '{name}' to remove in the files that are extended", ErrorCodes.UnknownName);
            }
            else
            {
                entries.Add(entry);
            }
        }

        var merged = new YamlList { Text = upper.Text };
        entries.OfType<YamlValue>().ToList().ForEach(merged.Add);
        return merged;
    }

    /// <summary>Whether a value that is extended can be used. The one that extends it may be without a fault.</summary>
    private bool CanUse(YamlValue lower, FaultPlace place)
    {
        if (lower.Problem is { } problem)
        {
            faults.AddAt(lower.Text, place, problem, ErrorCodes.Unreadable);
            place.MakeUnreadable();
        }

        return lower.Problem is null;
    }

    private static string NameOf(YamlValue entry, IReadOnlyList<string> keys)
    {
        var found = EntriesOf(entry);
        return keys.Select(key => found.GetValueOrDefault(key)).OfType<YamlSingle>().FirstOrDefault()?.Value ?? string.Empty;
    }

    private static bool IsRemoval(YamlValue entry, IReadOnlyList<string> keys)
    {
        var found = EntriesOf(entry);
        return found.GetValueOrDefault(Remove) is YamlSingle { IsPlain: true, Value: "true", Problem: null } && found.Keys.Except(keys).Count() == 1;
    }

    /// <summary>The entries of a mapping. Its faults are found where it is read.</summary>
    private static Dictionary<string, YamlValue> EntriesOf(YamlValue value)
    {
        var found = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        if (value is YamlMapping { Problem: null } mapping)
        {
            var unheard = new FaultCollector(string.Empty);
            FaultCollector.Collect(() =>
            {
                foreach (var (name, _, each) in new YamlEntries(unheard).Of(mapping, unheard.Root))
                {
                    found[name] = each;
                }
            });
        }

        return found;
    }

    private static IReadOnlyList<string>? KeysOf(Type? type) =>
        type is not null && BlankValue.IsList(type) ? type.GetGenericArguments()[0].GetCustomAttribute<ListKeyAttribute>()?.Keys : null;

    private static Type? TypeOf(Type type, string name) =>
        type == typeof(ChartValue) ? type
        : BlankValue.IsMap(type) ? type.GetGenericArguments()[1]
        : RecordType.Of(type).Properties.TryGetValue(name, out var property) ? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        : null;

    private static string At(YamlValue value) => $"{value.Text.File}({value.Text.Line},{value.Text.Column})";
}
