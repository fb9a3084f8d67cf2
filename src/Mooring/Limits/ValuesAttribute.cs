namespace Mooring.Limits;

/// <summary>The only values, numbers, texts or values of an enum, that a limit accepts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ValuesAttribute(params object[] values) : FacetAttribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values => values;
}
