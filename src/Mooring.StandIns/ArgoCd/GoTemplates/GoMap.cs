namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>A map of Go. Other values of a template are strings, bools, longs, lists of objects, and <see langword="null"/> for nil.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="IsOfText">
/// Whether it is a <c>map[string]string</c>, where a missing key is an empty string, and not a <c>map[string]any</c>, where it is nil.
/// </param>
internal sealed record GoMap(IReadOnlyDictionary<string, object?> Entries, bool IsOfText)
{
    /// <summary>A <c>map[string]string</c>.</summary>
    public static GoMap OfText(IEnumerable<KeyValuePair<string, string>> entries) =>
        new(entries.ToDictionary(entry => entry.Key, entry => (object?)entry.Value), IsOfText: true);

    /// <summary>A <c>map[string]any</c>.</summary>
    public static GoMap Of(params IEnumerable<(string Key, object? Value)> entries) =>
        new(entries.ToDictionary(entry => entry.Key, entry => entry.Value), IsOfText: false);

    /// <summary>What the function <c>index</c> finds: the zero value for a missing key.</summary>
    public object? Find(string key) =>
        Entries.TryGetValue(key, out var value) ? value
        : IsOfText ? string.Empty
        : null;
}
