using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>The members of a generated struct, such as the configuration of a resource, read from its attributes once.</summary>
internal sealed class JsiiStruct
{
    private static readonly ConcurrentDictionary<Type, JsiiStruct?> s_structs = new();

    private readonly string _name;
    private readonly (JsonEncodedText Name, PropertyInfo Property)[] _members;

    private JsiiStruct(string name, Type type)
    {
        _name = name;
        _members =
        [
            .. from property in type.GetProperties()
            let attribute = property.GetCustomAttribute<JsiiPropertyAttribute>()
            where attribute is not null
            select (JsonEncodedText.Encode(attribute.Name), property),
        ];
    }

    /// <summary>The struct of a type, or null.</summary>
    public static JsiiStruct? Of(Type type) =>
        s_structs.GetOrAdd(
            type,
            each => each.GetCustomAttribute<JsiiByValueAttribute>() is { } attribute ? new JsiiStruct(attribute.FullyQualifiedName, each) : null
        );

    /// <summary>The name of a member of a generated enum in jsii: <c>cdktf.AnnotationMetadataEntryType/INFO</c>.</summary>
    public static string EnumMember(object value)
    {
        var type = value.GetType();
        var member = Enum.GetName(type, value) is { } name ? type.GetField(name)!.GetCustomAttribute<JsiiEnumMemberAttribute>() : null;
        return type.GetCustomAttribute<JsiiEnumAttribute>() is { } attribute && member is not null
            ? $"{attribute.FullyQualifiedName}/{member.Name}"
            : throw new ArgumentException($"Could not convert argument '{value}' to Jsii", nameof(value));
    }

    /// <summary>Writes the members of a struct that are set.</summary>
    public void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("$jsii.struct"u8);
        writer.WriteString("fqn"u8, _name);
        writer.WriteStartObject("data"u8);
        foreach (var (name, property) in _members)
        {
            if (property.GetValue(value) is { } set)
            {
                writer.WritePropertyName(name);
                JsiiValue.Write(writer, set);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
