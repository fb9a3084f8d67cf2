using Mooring.LoadBalancing;

namespace Mooring.Shift;

/// <summary>The weights of a forward at each step of a shift.</summary>
internal static class WeightSteps
{
    /// <summary>The weights of one target group that are still ahead, the last one included.</summary>
    /// <param name="now">Its weight now.</param>
    /// <param name="last">Its weight at the end.</param>
    /// <param name="given">Its weights on the way.</param>
    /// <exception cref="ShiftException">They do not lead there.</exception>
    public static IReadOnlyList<int> Ahead(int now, int last, IReadOnlyList<int> given)
    {
        int[] all = given is [.., var end] && end == last ? [.. given] : [.. given, last];
        var isRising = last >= now;
        return all.Zip(all.Skip(1)).All(pair => isRising ? pair.First < pair.Second : pair.First > pair.Second)
            ? [.. all.Where(weight => isRising ? weight > now : weight < now)]
            : throw new ShiftException(
                $"--steps must {(isRising ? "rise" : "fall")} to {last}, because the weight is {now} now, got {string.Join(',', given)}"
            );
    }

    /// <summary>
    /// The weights of all target groups when one of them has a given weight. The others share the rest in proportion to their weights at the beginning,
    /// and the sum stays.
    /// </summary>
    /// <param name="beginning">The weights at the beginning.</param>
    /// <param name="index">The target group.</param>
    /// <param name="weight">Its weight.</param>
    /// <exception cref="ShiftException">There are no such weights.</exception>
    public static IReadOnlyList<int> With(IReadOnlyList<int> beginning, int index, int weight)
    {
        var sum = beginning.Sum();
        var others = sum - beginning[index];
        var rest = sum - weight;
        Require(weight >= 0 && rest >= 0, $"a weight must be between 0 and {sum}, the sum of the forward's weights, got {weight}");
        Require(
            rest == 0 || others > 0 || beginning.Count == 2,
            beginning.Count == 1
                ? $"the forward has one target group alone, whose weight stays {sum}: add another one with weight 0 first"
                : $"the other target groups have weight 0, so that it is not known how they share {rest}: shift one of them instead"
        );
        var exact = beginning
            .Select(
                (each, at) =>
                    at == index ? 0
                    : others > 0 ? (double)each * rest / others
                    : rest
            )
            .ToArray();
        int[] weights = [.. exact.Select((each, at) => at == index ? weight : (int)each)];
        // What rounding leaves goes to those that lost most by it, the first ones first.
        var missing = sum - weights.Sum();
        foreach (var at in Enumerable.Range(0, exact.Length).Where(at => at != index).OrderByDescending(at => exact[at] - weights[at]).Take(missing))
        {
            weights[at]++;
        }

        Require(weights.All(each => ActionLimits.Weight(each) is null), $"no weight may be above 999, got {string.Join(", ", weights)}");
        return weights;
    }

    private static void Require(bool isMet, string message)
    {
        if (!isMet)
        {
            throw new ShiftException(message);
        }
    }
}
