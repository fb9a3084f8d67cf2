using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks.Slices;

/// <summary>
/// Writes slices as JSON: equal slices have equal texts, different slices different ones. <see cref="SliceJson"/> reads them. A serializer would be
/// compiled for each type at every start, which takes longer than to write the slices of a fleet.
/// </summary>
internal static class SliceWriter
{
    private static readonly ConcurrentDictionary<Type, (JsonEncodedText Name, PropertyInfo Property)[]> s_properties = new();

    /// <summary>A slice as UTF-8.</summary>
    public static byte[] Write(FleetSpec slice)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            Write(json, slice);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case Enum word:
                json.WriteNumberValue(Convert.ToInt32(word, CultureInfo.InvariantCulture));
                break;
            case ServicePort port:
                Write(json, port.Value);
                break;
            case ChartValue { Json: var text }:
                json.WriteRawValue(text, skipInputValidation: true);
                break;
            case IDictionary map:
                WriteMap(json, map);
                break;
            case IEnumerable list:
                WriteList(json, list);
                break;
            default:
                WriteRecord(json, value);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName((string)entry.Key);
            Write(json, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var entry in list)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
    }

    /// <summary>What is derived from other properties is left out.</summary>
    private static void WriteRecord(Utf8JsonWriter json, object record)
    {
        json.WriteStartObject();
        foreach (var (name, property) in s_properties.GetOrAdd(record.GetType(), PropertiesOf))
        {
            var value = property.GetValue(record);
            if (value is not null || property.GetMethod!.IsPublic)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>What the user declares, and what is numbered: that is written where there is something.</summary>
    private static (JsonEncodedText Name, PropertyInfo Property)[] PropertiesOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.CanWrite && (property.GetMethod!.IsPublic || property.IsDefined(typeof(JsonIncludeAttribute))))
                .Select(property => (JsonEncodedText.Encode(property.Name), property)),
        ];
}
