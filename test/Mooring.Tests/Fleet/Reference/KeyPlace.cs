namespace Mooring.Tests.Fleet.Reference;

/// <summary>Where the schema describes a value: at a key of a record, or some lists and mappings by name below it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Key">The key.</param>
/// <param name="Depth">0 for the key's value, 1 for an entry of it, 2 for an entry of an entry.</param>
internal sealed record KeyPlace(Type Record, string Key, int Depth = 0)
{
    /// <summary>The place of an entry of the value.</summary>
    public KeyPlace Entry => this with { Depth = Depth + 1 };
}
