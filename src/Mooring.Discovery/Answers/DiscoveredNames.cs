namespace Mooring.Discovery.Answers;

/// <summary>The names that were asked for.</summary>
internal static class DiscoveredNames
{
    /// <summary>Names that a message lists.</summary>
    private const int MostListed = 10;

    /// <summary>Requires that each is there.</summary>
    /// <param name="kind">What they are names of: <c>load balancer</c>.</param>
    /// <param name="asked">The names that were asked for.</param>
    /// <param name="found">The names that AWS has.</param>
    /// <param name="where">Where they were looked for: <c>this region and account</c>.</param>
    /// <exception cref="DiscoveryException">One is not.</exception>
    public static void Require(string kind, IReadOnlyList<string> asked, IEnumerable<string> found, string where)
    {
        var all = found.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (asked.Except(all).FirstOrDefault() is { } missing)
        {
            var others = all.Length == 0 ? "there is none" : $"there are {string.Join(", ", all.Take(MostListed))}{(all.Length > MostListed ? ", …" : "")}";
            throw new DiscoveryException($"there is no {kind} '{missing}' in {where}: {others}");
        }
    }
}
