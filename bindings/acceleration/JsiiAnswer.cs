using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>Reads the common answers of jsii's protocol: a text, texts, an object, or nothing.</summary>
internal static class JsiiAnswer
{
    /// <summary>Whether an answer is neither an error nor a call back into .NET.</summary>
    public static bool IsOk(string response) => response.StartsWith("""{"ok":""", StringComparison.Ordinal);

    /// <summary>Reads the value in <c>{"ok":{"&lt;name&gt;":value}}</c>; false where it is anything else than a common one.</summary>
    public static bool TryRead<T>(string response, ReadOnlySpan<byte> name, JsiiRuntime runtime, out T? value)
    {
        value = default;
        if (!IsOk(response))
        {
            return false;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(response));
        // Over {"ok": to the answer, which is empty where nothing is returned.
        reader.Read();
        reader.Read();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read())
        {
            return false;
        }

        return reader.TokenType == JsonTokenType.EndObject || (reader.ValueTextEquals(name) && reader.Read() && TryReadValue(ref reader, runtime, out value));
    }

    private static bool TryReadValue<T>(ref Utf8JsonReader reader, JsiiRuntime runtime, out T? value)
    {
        object? read = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.StartArray when typeof(T) == typeof(string[]) => Texts(ref reader),
            JsonTokenType.StartObject => Instance(ref reader, runtime),
            _ => null,
        };
        value = read is T known ? known : default;
        return read is T || reader.TokenType == JsonTokenType.Null;
    }

    private static string[]? Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            texts.Add(reader.GetString()!);
        }

        return reader.TokenType == JsonTokenType.EndArray ? [.. texts] : null;
    }

    /// <summary>The object of <c>{"$jsii.byref":"cdktf.App@10000","$jsii.interfaces":[]}</c>.</summary>
    private static DeputyBase? Instance(ref Utf8JsonReader reader, JsiiRuntime runtime)
    {
        if (!reader.Read() || !reader.ValueTextEquals("$jsii.byref"u8) || !reader.Read() || reader.GetString() is not { } reference)
        {
            return null;
        }

        var interfaces = Array.Empty<string>();
        if (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("$jsii.interfaces"u8) && reader.Read())
        {
            if (Texts(ref reader) is not { } names)
            {
                return null;
            }

            interfaces = names;
        }

        return runtime.ObjectOf(JsiiRuntime.NewReference(reference, interfaces, isProxy: false));
    }
}
