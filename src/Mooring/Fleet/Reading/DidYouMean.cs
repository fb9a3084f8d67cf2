using F23.StringSimilarity;

namespace Mooring.Fleet.Reading;

/// <summary>Finds the known key that is nearest to a misspelled one.</summary>
internal static class DidYouMean
{
    /// <summary>The most edits that a misspelled key may be away from a known one.</summary>
    private const int MostEdits = 3;

    private static readonly Damerau s_edits = new();

    /// <summary>The known key that is nearest to a name, or <see langword="null"/> when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known) =>
        known
            .Where(key => Math.Abs(key.Length - name.Length) <= MostEdits)
            .Select(key => (Key: key, Edits: s_edits.Distance(name.ToUpperInvariant(), key.ToUpperInvariant())))
            .Where(candidate => candidate.Edits <= Math.Min(MostEdits, name.Length / 2.0))
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Key)
            .FirstOrDefault();
}
