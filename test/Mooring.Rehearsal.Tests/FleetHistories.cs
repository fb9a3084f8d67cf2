using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Which generated histories a test runs.</summary>
internal static class FleetHistories
{
    /// <summary>Numbers of histories, and how many changes each has.</summary>
    /// <param name="variable">The environment variable that names them: <c>1000-1099x6</c>.</param>
    /// <param name="few">Those that run where it is not set.</param>
    public static TheoryData<int, int> Of(string variable, string few)
    {
        var parts = (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : few).Split('-', 'x').Select(int.Parse).ToArray();
        var histories = new TheoryData<int, int>();
        foreach (var number in Enumerable.Range(parts[0], parts[1] - parts[0] + 1))
        {
            histories.Add(number, parts[2]);
        }

        return histories;
    }
}
