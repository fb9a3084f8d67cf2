namespace Mooring.Limits;

/// <summary>The least and the greatest number of entries of a list or a mapping.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EntriesAttribute(int least, int most = int.MaxValue) : FacetAttribute
{
    /// <summary>The least number of entries.</summary>
    public int Least => least;

    /// <summary>The greatest number of entries; <see cref="int.MaxValue"/> where there is no limit.</summary>
    public int Most => most;
}
