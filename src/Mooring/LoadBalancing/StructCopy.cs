namespace Mooring.LoadBalancing;

/// <summary>
/// Copies a structure of the AWS provider's package into one of the same shape that the package declares under another name.
/// </summary>
internal static class StructCopy
{
    /// <summary>Copies a structure with its nested structures.</summary>
    public static T To<T>(object source) => (T)Copy(source, source.GetType(), typeof(T))!;

    private static object? Copy(object? value, Type sourceRoot, Type targetRoot) =>
        value switch
        {
            Array array => Copy(array, sourceRoot, targetRoot),
            // Structures below the first one are named after it: LbListenerRuleActionForward, LbListenerDefaultActionForward.
            not null when value.GetType().Namespace == sourceRoot.Namespace => CopyStruct(value, sourceRoot, targetRoot),
            _ => value,
        };

    private static Array Copy(Array array, Type sourceRoot, Type targetRoot)
    {
        var elements = array.Cast<object>().Select(element => Copy(element, sourceRoot, targetRoot)).ToArray();
        var copy = Array.CreateInstance(TargetOf(array.GetType().GetElementType()!, sourceRoot, targetRoot), elements.Length);
        elements.CopyTo(copy, 0);
        return copy;
    }

    private static object CopyStruct(object value, Type sourceRoot, Type targetRoot)
    {
        var type = TargetOf(value.GetType(), sourceRoot, targetRoot);
        var copy = Activator.CreateInstance(type)!;
        foreach (var property in value.GetType().GetProperties())
        {
            if (property.GetValue(value) is { } part)
            {
                type.GetProperty(property.Name)!.SetValue(copy, Copy(part, sourceRoot, targetRoot));
            }
        }

        return copy;
    }

    private static Type TargetOf(Type type, Type sourceRoot, Type targetRoot) =>
        type.Namespace != sourceRoot.Namespace
            ? type
            : targetRoot.Assembly.GetType($"{targetRoot.Namespace}.{targetRoot.Name}{type.Name[sourceRoot.Name.Length..]}", throwOnError: true)!;
}
