namespace Mooring.Fleet.Priorities;

/// <summary>The longest subsequence of numbers that increases: of those of the same length, the one that begins first.</summary>
internal static class LongestOrder
{
    /// <summary>The places of its numbers, in order.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> numbers)
    {
        // The length of the longest one that begins at each place.
        var lengths = new int[numbers.Count];
        for (var place = numbers.Count - 1; place >= 0; place--)
        {
            var longest = 0;
            for (var later = place + 1; later < numbers.Count; later++)
            {
                longest = numbers[later] > numbers[place] ? Math.Max(longest, lengths[later]) : longest;
            }

            lengths[place] = longest + 1;
        }

        var places = new List<int>();
        var left = lengths.Length == 0 ? 0 : lengths.Max();
        for (var place = 0; place < numbers.Count && left > 0; place++)
        {
            if (lengths[place] == left && (places.Count == 0 || numbers[place] > numbers[places[^1]]))
            {
                places.Add(place);
                left--;
            }
        }

        return places;
    }
}
