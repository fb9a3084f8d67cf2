namespace Mooring.Fleet.Priorities;

/// <summary>The longest subsequence of numbers that increases: of those of the same length, the one that begins first.</summary>
internal static class LongestOrder
{
    private static readonly Comparer<int> s_descending = Comparer<int>.Create((one, other) => other.CompareTo(one));

    /// <summary>The places of its numbers, in order.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> numbers)
    {
        // The length of the longest one that begins at each place. Of those of a length, the one that begins with the highest number leaves
        // the most room in front of it; these numbers get smaller as the length grows.
        var lengths = new int[numbers.Count];
        var highest = new List<int>();
        for (var place = numbers.Count - 1; place >= 0; place--)
        {
            var shorter = highest.BinarySearch(numbers[place], s_descending);
            shorter = shorter < 0 ? ~shorter : shorter;
            lengths[place] = shorter + 1;
            if (shorter == highest.Count)
            {
                highest.Add(numbers[place]);
            }
            else
            {
                highest[shorter] = numbers[place];
            }
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
