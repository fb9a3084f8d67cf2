using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;

namespace Mooring.Kernel.Protocol;

/// <summary>
/// Reads values of jsii's protocol, and checks their types as jsii does. A value of a wrong type, or with a member too few or too many, is unknown
/// here: Node.js says what is wrong with it.
/// </summary>
/// <seealso href="https://aws.github.io/jsii/specification/3-kernel-api/"/>
internal sealed class WireReader(PackageCatalog packages, ObjectTable objects)
{
    /// <summary>Reads a value of a type.</summary>
    public object? Read(JsonElement value, TypeRule type)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            throw new UnknownException("null where a value is required");
        }

        return TryRead(value, type, out var read) ? read : throw new UnknownException($"a {value.ValueKind} where jsii wants {type}");
    }

    private bool TryRead(JsonElement value, TypeRule type, out object? read)
    {
        read = null;
        switch (type.Kind)
        {
            case TypeKind.Any:
                read = ReadAny(value);
                return true;
            case TypeKind.Primitive:
                read = PrimitiveOf(value);
                return read is not null && type.IsPrimitive(read);
            case TypeKind.Array:
                read = value.ValueKind == JsonValueKind.Array ? new ListValue(value.EnumerateArray().Select(each => Read(each, type.Element!))) : null;
                return read is not null;
            case TypeKind.Map:
                read = Inner(value, "$jsii.map") is { } map ? ReadMap(map, type.Element!) : null;
                return read is not null;
            case TypeKind.Union:
                foreach (var alternative in type.Alternatives)
                {
                    if (TryRead(value, alternative, out read))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return TryReadNamed(value, type.Name, out read);
        }
    }

    private bool TryReadNamed(JsonElement value, string type, out object? read)
    {
        read = null;
        if (Inner(value, "$jsii.byref") is { ValueKind: JsonValueKind.String } reference)
        {
            read = objects.Of(reference.GetString()!);
            return ((KernelObject)read).Is(type);
        }

        if (Inner(value, "$jsii.enum") is { } member && member.GetString() is { } name && name.StartsWith($"{type}/", StringComparison.Ordinal))
        {
            read = name[(type.Length + 1)..];
            return true;
        }

        if (Inner(value, "$jsii.struct") is { } wire && wire.GetProperty("fqn").GetString() == type)
        {
            read = ReadStruct(wire.GetProperty("data"), type);
            return true;
        }

        return false;
    }

    /// <summary>Reads the members of a struct; each that is required must be there, and no other than those of the struct.</summary>
    private MapValue ReadStruct(JsonElement data, string type)
    {
        var members = packages.StructOf(type);
        var read = new MapValue();
        foreach (var member in data.EnumerateObject())
        {
            var rule = members.Of(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                read.Add(member.Name, Read(member.Value, rule.Type));
            }
        }

        return members.Required.All(read.ContainsKey) ? read : throw new UnknownException($"a {type} without a member that is required");
    }

    private MapValue ReadMap(JsonElement map, TypeRule element)
    {
        var read = new MapValue();
        foreach (var entry in map.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Null)
            {
                read[KeyOf(entry.Name)] = Read(entry.Value, element);
            }
        }

        return read;
    }

    private object? ReadAny(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return new ListValue(value.EnumerateArray().Select(ReadAny));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return PrimitiveOf(value) ?? throw new UnknownException("null within a value");
        }

        if (Inner(value, "$jsii.byref") is { } reference)
        {
            return objects.Of(reference.GetString()!);
        }

        return Inner(value, "$jsii.map") is { } map ? ReadMap(map, TypeRule.Any) : throw new UnknownException("a value of this shape where any is allowed");
    }

    private static object? PrimitiveOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>JavaScript orders keys that are numbers first, and knows one key as the prototype.</summary>
    private static string KeyOf(string key) =>
        key.Length > 0 && key.All(char.IsAsciiDigit) || key == "__proto__" ? throw new UnknownException($"the key '{key}' of a map") : key;

    private static JsonElement? Inner(JsonElement value, string wrapper) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(wrapper, out var inner) ? inner : null;
}
