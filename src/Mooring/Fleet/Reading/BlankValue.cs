using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Reading;

/// <summary>Values that hold nothing, for places where the file holds none that can be used.</summary>
internal static class BlankValue
{
    /// <summary>The blank value of a type.</summary>
    public static object Of(Type type) =>
        type == typeof(string) ? string.Empty
        : type == typeof(ChartValue) ? ChartValue.Of(null)
        : IsList(type) ? Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!
        : IsMap(type) ? Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(type.GetGenericArguments()))!
        : ScalarType.IsScalar(type) ? Activator.CreateInstance(type)!
        : RecordType.Of(type).Blank();

    /// <summary>Whether a type is that of lists.</summary>
    public static bool IsList(Type type) => IsGeneric(type, typeof(IReadOnlyList<>));

    /// <summary>Whether a type is that of mappings.</summary>
    public static bool IsMap(Type type) => IsGeneric(type, typeof(IReadOnlyDictionary<,>));

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
