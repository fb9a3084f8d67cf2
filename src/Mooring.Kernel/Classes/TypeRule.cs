using System.Text.Json;

namespace Mooring.Kernel.Classes;

/// <summary>The kinds of types that jsii has.</summary>
internal enum TypeKind
{
    /// <summary>Any value.</summary>
    Any,

    /// <summary>A string, number or boolean.</summary>
    Primitive,

    /// <summary>A list.</summary>
    Array,

    /// <summary>A map with strings as keys.</summary>
    Map,

    /// <summary>One of several types.</summary>
    Union,

    /// <summary>A class, interface, struct or enum.</summary>
    Named,
}

/// <summary>A type as jsii describes it.</summary>
internal sealed record TypeRule(TypeKind Kind, string Name)
{
    /// <summary>Any value.</summary>
    public static TypeRule Any { get; } = new(TypeKind.Any, "any");

    /// <summary>A string.</summary>
    public static TypeRule String { get; } = new(TypeKind.Primitive, "string");

    /// <summary>A number.</summary>
    public static TypeRule Number { get; } = new(TypeKind.Primitive, "number");

    /// <summary>A boolean.</summary>
    public static TypeRule Boolean { get; } = new(TypeKind.Primitive, "boolean");

    /// <summary>The type of the elements of a list or map.</summary>
    public TypeRule? Element { get; private init; }

    /// <summary>The types of a union.</summary>
    public IReadOnlyList<TypeRule> Alternatives { get; private init; } = [];

    /// <summary>A class, interface, struct or enum.</summary>
    public static TypeRule Named(string name) => new(TypeKind.Named, name);

    /// <summary>A list.</summary>
    public static TypeRule ArrayOf(TypeRule element) => new(TypeKind.Array, "array") { Element = element };

    /// <summary>The type that <c>bindings/classes.mjs</c> wrote.</summary>
    public static TypeRule Parse(JsonElement type)
    {
        if (type.ValueKind == JsonValueKind.String)
        {
            return type.GetString() switch
            {
                "any" => Any,
                "string" => String,
                "number" => Number,
                "boolean" => Boolean,
                var name => Named(name!),
            };
        }

        TypeRule[] parts = [.. type.EnumerateArray().Skip(1).Select(Parse)];
        return type[0].GetString() switch
        {
            "array" => ArrayOf(parts[0]),
            "map" => new(TypeKind.Map, "map") { Element = parts[0] },
            _ => new(TypeKind.Union, "union") { Alternatives = parts },
        };
    }

    /// <summary>Whether a primitive value is of this type.</summary>
    public bool IsPrimitive(object value) =>
        value switch
        {
            string => Name == "string",
            double => Name == "number",
            bool => Name == "boolean",
            _ => false,
        };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
