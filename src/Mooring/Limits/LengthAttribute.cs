namespace Mooring.Limits;

/// <summary>The least and the greatest number of characters of a text.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LengthAttribute(int least, int most) : FacetAttribute
{
    /// <summary>The least number of characters.</summary>
    public int Least => least;

    /// <summary>The greatest number of characters.</summary>
    public int Most => most;
}
