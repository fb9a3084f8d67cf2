namespace Mooring.StandIns.Values;

/// <summary>An object, a map or a block.</summary>
/// <param name="Members">Its attributes and blocks, or its entries.</param>
public sealed record ObjectValue(IReadOnlyDictionary<string, Value> Members) : Value
{
    /// <inheritdoc/>
    public override bool IsWhollyKnown => Members.Values.All(value => value.IsWhollyKnown);

    /// <inheritdoc/>
    public override Value this[string name] => Members.GetValueOrDefault(name, Null);

    /// <summary>The same object with some members replaced or added.</summary>
    public ObjectValue With(IEnumerable<KeyValuePair<string, Value>> members)
    {
        var changed = new Dictionary<string, Value>(Members);
        foreach (var (name, value) in members)
        {
            changed[name] = value;
        }

        return new ObjectValue(changed);
    }

    /// <summary>Whether another object has equal members.</summary>
    public bool Equals(ObjectValue? other) =>
        other is not null
        && Members.Count == other.Members.Count
        && Members.All(member => other.Members.TryGetValue(member.Key, out var value) && member.Value == value);

    /// <inheritdoc/>
    public override int GetHashCode() => Members.Count;
}
