namespace Mooring.StandIns.Values;

/// <summary>A list, a set or a tuple. Terraform sends the elements of a set in a fixed order.</summary>
/// <param name="Values">The elements.</param>
public sealed record ListValue(IReadOnlyList<Value> Values) : Value
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Elements => Values;

    /// <inheritdoc/>
    public override bool IsWhollyKnown => Values.All(value => value.IsWhollyKnown);

    /// <summary>Whether another list has equal elements in the same order.</summary>
    public bool Equals(ListValue? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;
}
