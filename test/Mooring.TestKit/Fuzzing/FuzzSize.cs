using System.Globalization;

namespace Mooring.TestKit.Fuzzing;

/// <summary>How many inputs the tests with generated inputs try, and which: CONTRIBUTING.md describes the variables.</summary>
internal static class FuzzSize
{
    /// <summary>The number of inputs: that of the variable <c>MOORING_FUZZ_INPUTS</c>, or a small one.</summary>
    public static int Or(int few) => Variable("MOORING_FUZZ_INPUTS") ?? few;

    /// <summary>What the inputs follow from.</summary>
    public static int Seed => Variable("MOORING_FUZZ_SEED") ?? 20261127;

    /// <summary>Some entries of a list, by chance, or all where there are not more.</summary>
    public static IEnumerable<T> Some<T>(IReadOnlyList<T> all, int few)
    {
        var order = Enumerable.Range(0, all.Count).ToArray();
        new Random(Seed).Shuffle(order);
        return order.Take(Or(few)).Order().Select(index => all[index]);
    }

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
