using F23.StringSimilarity;

namespace Mooring.Fleet.Reading;

/// <summary>Finds the key that somebody probably meant.</summary>
internal static class NearestKey
{
    /// <summary>A name this many edits away from what was written is no longer taken for a typing error of it.</summary>
    private const int MostEdits = 3;

    private static readonly Damerau s_edits = new();

    /// <summary><c>did you mean 'delivery'?</c>, or all the keys there are when none is near.</summary>
    public static string Advice(string key, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Edits: s_edits.Distance(key.ToUpperInvariant(), name.ToUpperInvariant()))).MinBy(candidate => candidate.Edits);
        return nearest.Name is not null && nearest.Edits <= Math.Min(MostEdits, key.Length / 2.0)
            ? $"did you mean '{nearest.Name}'?"
            : $"expected one of {string.Join(", ", known.Select(name => $"'{name}'"))}";
    }
}
