using System.Reflection;

namespace Mooring.Limits;

/// <summary>The limit of each name of a mapping.</summary>
/// <param name="owner">The type that declares the limit.</param>
/// <param name="limit">Name of the limit's method.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachNameAttribute(Type owner, string limit) : FacetAttribute
{
    /// <summary>The limit's method.</summary>
    public MethodInfo Limit => owner.GetMethod(limit, BindingFlags.Static | BindingFlags.Public)!;
}
