namespace Mooring.Kernel.Protocol;

/// <summary>A list of values.</summary>
internal sealed class ListValue : List<object?>
{
    /// <summary>An empty list.</summary>
    public ListValue() { }

    /// <summary>A list of values.</summary>
    public ListValue(params IEnumerable<object?> values)
        : base(values) { }
}
