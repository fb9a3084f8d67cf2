namespace Mooring.Fleet.Checks;

/// <summary>Keys of tags, as IAM compares them: without case.</summary>
/// <param name="keys">The keys.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"/>
internal sealed class TagKeys(IEnumerable<string> keys)
{
    private readonly Dictionary<string, string> _keys = keys.DistinctBy(key => key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(key => key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The key that differs from another one at most in case; <see langword="null"/> where there is none.</summary>
    public string? Like(string key) => _keys.GetValueOrDefault(key);

    /// <summary>Adds a key, unless one is there that differs at most in case.</summary>
    public void Add(string key) => _keys.TryAdd(key, key);
}
