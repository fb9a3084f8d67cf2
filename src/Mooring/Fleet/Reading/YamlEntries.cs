using System.Globalization;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>Finds the entries of mappings, with those that they merge.</summary>
internal sealed class YamlEntries(FaultCollector faults)
{
    /// <summary>The entries of a mapping that have a name for a key, each name once; the others are faults.</summary>
    public IEnumerable<(string Name, TextPlace Key, YamlValue Value)> Of(YamlMapping mapping, FaultPlace place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in WithMerged(mapping, place))
        {
            var own = new Dictionary<string, TextPlace>(StringComparer.Ordinal);
            foreach (var (key, value) in part.Entries.Where(entry => !IsMerge(entry.Key)))
            {
                if (NameOf(key, place) is not { } name)
                {
                    continue;
                }

                if (!own.TryAdd(name, key.Text))
                {
                    faults.AddAt(
                        key.Text,
                        place.Key(name),
                        string.Create(CultureInfo.InvariantCulture, $"is there already, in line {own[name].Line}"),
                        ErrorCodes.Taken
                    );
                }
                else if (names.Add(name))
                {
                    yield return (name, key.Text, value);
                }
            }
        }
    }

    private string? NameOf(YamlValue key, FaultPlace place)
    {
        if (key is YamlSingle { Problem: null, Value: { Length: > 0 } name })
        {
            return name;
        }

        faults.AddAt(
            key.Text,
            place,
            key.Problem is { } problem ? $"has a key that {problem}" : $"must have names for keys, got {key.Description}",
            ErrorCodes.WrongType
        );
        return null;
    }

    /// <summary>
    /// The mapping and, after it, because its own entries win over theirs, those that it merges.
    /// </summary>
    /// <seealso href="https://yaml.org/type/merge.html"/>
    private IEnumerable<YamlMapping> WithMerged(YamlMapping mapping, FaultPlace place)
    {
        var seen = new HashSet<YamlValue>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<YamlValue>([mapping]);
        while (waiting.TryDequeue(out var next))
        {
            if (next is not YamlMapping { Problem: null } merged)
            {
                faults.AddAt(
                    next.Text,
                    place,
                    next.Problem is { } problem ? $"merges a value that {problem}" : $"must merge mappings, got {next.Description}",
                    ErrorCodes.WrongType
                );
            }
            else if (seen.Add(next))
            {
                yield return merged;
                foreach (var (_, value) in merged.Entries.Where(entry => IsMerge(entry.Key)))
                {
                    (value is YamlList list ? list.Entries : [value]).ForEach(waiting.Enqueue);
                }
            }
        }
    }

    private static bool IsMerge(YamlValue key) => key is YamlSingle { IsPlain: true, Value: "<<" };
}
