namespace Mooring.Limits;

/// <summary>No two entries of a list are equal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UniqueAttribute : FacetAttribute;
