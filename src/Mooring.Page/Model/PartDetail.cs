namespace Mooring.Page.Model;

/// <summary>A property of a part.</summary>
/// <param name="Name">What it is: <c>delivery</c>.</param>
/// <param name="Value">Its value: <c>helm</c>.</param>
public sealed record PartDetail(string Name, string Value)
{
    /// <summary>What it is, in printable characters.</summary>
    public string Name { get; init; } = Printable.OneLine(Name);

    /// <summary>Its value, in printable characters.</summary>
    public string Value { get; init; } = Printable.OneLine(Value);
}
