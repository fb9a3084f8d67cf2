using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Mooring.Fleet.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Fleet.Reading;

/// <summary>
/// Turns YAML nodes into records. YamlDotNet's own deserializer ends at the first error; this one records each error, uses a blank value instead,
/// and continues, so that all faults of a file are found at once.
/// </summary>
internal sealed class YamlBinder(FaultCollector faults)
{
    /// <summary>The value of a node; a blank one, never <see langword="null"/>, where the node is faulty.</summary>
    public object Bind(YamlNode node, Type type, string path)
    {
        faults.Place(path, node.Start);
        type = Nullable.GetUnderlyingType(type) ?? type;
        return YamlScalar.IsScalar(type) ? BindScalar(node, type, path)
            : IsGeneric(type, typeof(IReadOnlyList<>)) ? BindList(node, type, path)
            : IsGeneric(type, typeof(IReadOnlyDictionary<,>)) ? BindMap(node, type, path)
            : BindRecord(node, type, path);
    }

    private object BindScalar(YamlNode node, Type type, string path)
    {
        var value = node is YamlScalarNode scalar ? YamlScalar.Parse(scalar, type) : null;
        if (value is null)
        {
            faults.AddUnreadable(path, $"must be {YamlScalar.Expectation(type)}, got {Describe(node)}");
        }

        if (value is string text && (text.Contains("${", StringComparison.Ordinal) || text.Contains("%{", StringComparison.Ordinal)))
        {
            faults.AddUnreadable(path, $"must not contain '${{' or '%{{', which Terraform takes for an expression, got '{text}'", ErrorCodes.Refused);
        }

        return value ?? Blank(type);
    }

    private object BindList(YamlNode node, Type type, string path)
    {
        var element = type.GetGenericArguments()[0];
        var list = (IList)Blank(type);
        if (node is YamlSequenceNode sequence)
        {
            foreach (var child in sequence.Children)
            {
                list.Add(Bind(child, element, $"{path}[{list.Count}]"));
            }
        }
        else
        {
            faults.AddUnreadable(path, $"must be a list, got {Describe(node)}");
        }

        return list;
    }

    private object BindMap(YamlNode node, Type type, string path)
    {
        var element = type.GetGenericArguments()[1];
        var map = (IDictionary)Blank(type);
        if (node is YamlMappingNode mapping)
        {
            foreach (var (name, _, child) in Entries(mapping, path))
            {
                map.Add(name, Bind(child, element, FaultCollector.Join(path, name)));
            }
        }
        else
        {
            faults.AddUnreadable(path, $"must be a mapping of names, got {Describe(node)}");
        }

        return map;
    }

    private object BindRecord(YamlNode node, Type type, string path)
    {
        var record = Blank(type);
        var properties = PropertiesOf(type);
        var given = new HashSet<string>(StringComparer.Ordinal);
        // `local:` with nothing behind it is a record with all its defaults.
        if (node is not YamlMappingNode mapping)
        {
            if (node is not YamlScalarNode { Value: "" or null } || properties.Values.Any(IsRequired))
            {
                faults.AddUnreadable(path, $"must be a mapping, got {Describe(node)}");
            }

            return record;
        }

        foreach (var (name, key, child) in Entries(mapping, path))
        {
            if (properties.TryGetValue(name, out var property))
            {
                given.Add(name);
                property.SetValue(record, Bind(child, property.PropertyType, FaultCollector.Join(path, name)));
            }
            else
            {
                faults.AddUnknown(key.Start, path, name, DidYouMean.Of(name, properties.Keys), properties.Keys);
            }
        }

        foreach (var name in properties.Where(pair => IsRequired(pair.Value) && !given.Contains(pair.Key)).Select(pair => pair.Key))
        {
            faults.Place(FaultCollector.Join(path, name), node.Start);
            faults.AddUnreadable(FaultCollector.Join(path, name), "is required", ErrorCodes.Missing);
        }

        return record;
    }

    /// <summary>The entries of a mapping that have a name for a key; the others are faults.</summary>
    private IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlMappingNode mapping, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in WithMerged(mapping, path))
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } name })
            {
                faults.Add(key.Start, path, $"must have names for keys, got {Describe(key)}", ErrorCodes.WrongType);
            }
            else if (names.Add(name))
            {
                yield return (name, key, value);
            }
        }
    }

    /// <summary>
    /// The entries of a mapping and, after its own, which win over them, those of the mappings it merges.
    /// </summary>
    /// <seealso href="https://yaml.org/type/merge.html"/>
    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> WithMerged(YamlMappingNode mapping, string path)
    {
        // A mapping that merges itself, directly or not, adds nothing the second time.
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<YamlNode>([mapping]);
        while (waiting.TryDequeue(out var next))
        {
            if (next is not YamlMappingNode merged)
            {
                faults.Add(next.Start, path, $"must merge mappings, got {Describe(next)}", ErrorCodes.WrongType);
            }
            else if (seen.Add(next))
            {
                foreach (var entry in merged.Children.Where(entry => !IsMerge(entry.Key)))
                {
                    yield return entry;
                }

                foreach (
                    var value in merged
                        .Children.Where(entry => IsMerge(entry.Key))
                        .SelectMany(entry => entry.Value is YamlSequenceNode sequence ? sequence.Children : [entry.Value])
                )
                {
                    waiting.Enqueue(value);
                }
            }
        }
    }

    private static bool IsMerge(YamlNode key) => key is YamlScalarNode { Value: "<<" };

    /// <summary>A value that holds nothing, for a place where the file holds none that can be used.</summary>
    private static object Blank(Type type)
    {
        if (type == typeof(string))
        {
            return string.Empty;
        }

        if (IsGeneric(type, typeof(IReadOnlyList<>)))
        {
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
        }

        if (IsGeneric(type, typeof(IReadOnlyDictionary<,>)))
        {
            return Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        }

        var value = Activator.CreateInstance(type)!;
        foreach (var property in PropertiesOf(type).Values.Where(IsRequired))
        {
            property.SetValue(value, Blank(property.PropertyType));
        }

        return value;
    }

    /// <summary>The properties of a record by their keys in the file.</summary>
    private static OrderedDictionary<string, PropertyInfo> PropertiesOf(Type type) =>
        new(
            type.GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))
        );

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static string Describe(YamlNode node) =>
        node switch
        {
            YamlSequenceNode => "a list",
            YamlMappingNode => "a mapping",
            YamlScalarNode { Value: null or "" } => "nothing",
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => scalar.Value!,
            YamlScalarNode scalar => string.Create(CultureInfo.InvariantCulture, $"the string '{scalar.Value}'"),
            _ => "an alias",
        };
}
