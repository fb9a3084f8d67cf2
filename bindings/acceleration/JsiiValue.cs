using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>Writes values in the format of jsii's protocol. Node.js checks that the member accepts them.</summary>
/// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/kernel/src/serialization.ts"/>
internal static class JsiiValue
{
    /// <summary>Writes a value.</summary>
    /// <exception cref="ArgumentException">jsii does not support the type of the value.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case DeputyBase instance:
                WriteReference(writer, JsiiRuntime.ReferenceOf(instance));
                break;
            case IDictionary map:
                WriteMap(writer, map);
                break;
            case Array array:
                WriteArray(writer, array);
                break;
            case DateTime date:
                WriteTagged(writer, "$jsii.date"u8, date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Enum:
                WriteTagged(writer, "$jsii.enum"u8, JsiiStruct.EnumMember(value));
                break;
            default:
                WriteOther(writer, value);
                break;
        }
    }

    private static void WriteOther(Utf8JsonWriter writer, object value)
    {
        if (JsiiStruct.Of(value.GetType()) is { } type)
        {
            type.Write(writer, value);
        }
        else if (value is IConvertible number && number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal)
        {
            writer.WriteNumberValue(number.ToDouble(CultureInfo.InvariantCulture));
        }
        else
        {
            throw new ArgumentException($"Could not convert argument '{value}' to Jsii", nameof(value));
        }
    }

    private static void WriteReference(Utf8JsonWriter writer, ByRefValue reference)
    {
        writer.WriteStartObject();
        writer.WriteString("$jsii.byref"u8, JsiiRuntime.ValueOf(reference));
        writer.WriteStartArray("$jsii.interfaces"u8);
        foreach (var name in JsiiRuntime.InterfacesOf(reference))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("$jsii.map"u8);
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName((string)entry.Key);
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, Array array)
    {
        writer.WriteStartArray();
        foreach (var element in array)
        {
            Write(writer, element);
        }

        writer.WriteEndArray();
    }

    private static void WriteTagged(Utf8JsonWriter writer, ReadOnlySpan<byte> tag, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, value);
        writer.WriteEndObject();
    }
}
