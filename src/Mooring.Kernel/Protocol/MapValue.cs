namespace Mooring.Kernel.Protocol;

/// <summary>
/// A map or a struct: what JavaScript has as an object. It keeps the order of its keys. Other values are <see cref="string"/>, <see cref="double"/>,
/// <see cref="bool"/>, <see cref="ListValue"/>, and objects of the kernel; <see langword="null"/> stands for <c>undefined</c>.
/// </summary>
internal sealed class MapValue : OrderedDictionary<string, object?>
{
    /// <summary>A map.</summary>
    public MapValue() { }

    /// <summary>A map with values; those that are not set are left out.</summary>
    public MapValue(params IEnumerable<(string Key, object? Value)> entries)
    {
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                Add(key, value);
            }
        }
    }

    /// <summary>A value; <see langword="null"/> where there is none.</summary>
    public object? Of(string key) => TryGetValue(key, out var value) ? value : null;
}
