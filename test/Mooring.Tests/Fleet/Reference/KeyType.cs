using Mooring.TargetGroupBindings;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>
/// What the value of a key is: a boolean, a number, a string, one of some words, a list, or a mapping. <see cref="ReferencePage"/> writes
/// it for users, <see cref="FleetSchema"/> for editors.
/// </summary>
/// <param name="Type">The type of the record's property.</param>
internal sealed record KeyType(Type Type)
{
    /// <summary>The type of the property, without <c>?</c>.</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Type) ?? Type;

    public bool IsBoolean => Type == typeof(bool);

    public bool IsNumber => Type == typeof(int);

    public bool IsString => Type == typeof(string);

    /// <summary>A port: its number or its name.</summary>
    public bool IsPort => Type == typeof(ServicePort);

    /// <summary>A value of a chart: whatever YAML can write.</summary>
    public bool IsAnything => Type == typeof(ChartValue);

    /// <summary>One of <see cref="Words"/>.</summary>
    public bool IsChoice => Type.IsEnum;

    public bool IsList => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>A mapping whose names the user chooses.</summary>
    public bool IsMapping => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    /// <summary>A mapping with the keys of a record.</summary>
    public bool IsRecord => FleetKeys.IsRecord(Type);

    /// <summary>The words that the value is one of.</summary>
    public IEnumerable<string> Words => Mooring.Words.ValuesByWord(Type).Keys;

    /// <summary>The type of a list's entries or of a mapping's values.</summary>
    public KeyType Element => new(Type.GetGenericArguments()[^1]);

    /// <summary>The record that the value is, or that its entries are; <see langword="null"/> where they are no records.</summary>
    public Type? Record =>
        IsRecord ? Type
        : IsList || IsMapping ? Element.Record
        : null;
}
