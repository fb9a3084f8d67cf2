using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Mooring.Fleet.Reading;

/// <summary>A record, and the keys that it has in the file.</summary>
internal sealed class RecordType
{
    private static readonly ConcurrentDictionary<Type, RecordType> s_types = new();

    private readonly Type _type;

    private RecordType(Type type)
    {
        _type = type;
        Properties = new(
            type.GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))
        );
        Required = [.. Properties.Where(pair => pair.Value.IsDefined(typeof(RequiredMemberAttribute))).Select(pair => pair.Key)];
        MayBeEmpty = Properties.Where(pair => pair.Value.IsDefined(typeof(MayBeEmptyAttribute))).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Its properties by their keys.</summary>
    public OrderedDictionary<string, PropertyInfo> Properties { get; }

    /// <summary>The keys that a file must give.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The keys whose texts may have no character.</summary>
    public IReadOnlySet<string> MayBeEmpty { get; }

    /// <summary>The keys of a record.</summary>
    public static RecordType Of(Type type) => s_types.GetOrAdd(type, static type => new(type));

    /// <summary>A record that has nothing where the file must give something, and its defaults elsewhere.</summary>
    public object Blank()
    {
        var record = Activator.CreateInstance(_type)!;
        foreach (var property in Required.Select(name => Properties[name]))
        {
            property.SetValue(record, BlankValue.Of(property.PropertyType));
        }

        return record;
    }
}
