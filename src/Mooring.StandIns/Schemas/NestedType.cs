namespace Mooring.StandIns.Schemas;

/// <summary>Attributes in an attribute.</summary>
public sealed record NestedType
{
    /// <summary>The nesting mode.</summary>
    public required NestingMode NestingMode { get; init; }

    /// <summary>The attributes of each, by name.</summary>
    public required IReadOnlyDictionary<string, BlockAttribute> Attributes { get; init; }
}
