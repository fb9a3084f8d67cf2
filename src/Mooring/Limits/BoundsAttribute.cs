namespace Mooring.Limits;

/// <summary>
/// The least and the greatest value of a number. A limit with several of these attributes accepts a number that is within any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BoundsAttribute(int least, int most = int.MaxValue) : FacetAttribute
{
    /// <summary>The least value.</summary>
    public int Least => least;

    /// <summary>The greatest value; <see cref="int.MaxValue"/> where there is no limit.</summary>
    public int Most => most;
}
