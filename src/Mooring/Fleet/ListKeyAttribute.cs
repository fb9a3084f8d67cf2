namespace Mooring.Fleet;

/// <summary>
/// The keys that tell the entries of a list apart: an entry goes by the first of them that it has. Where a file extends another one, entries that go by
/// the same name are merged. A list of other entries is replaced as a whole.
/// </summary>
/// <param name="keys">The keys.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ListKeyAttribute(params string[] keys) : Attribute
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
