using System.Globalization;

namespace Mooring.Rehearsal.Reports;

/// <summary>Numbers with what they count.</summary>
internal static class Counting
{
    /// <summary>A number and its noun: <c>1 stack</c>, <c>2 stacks</c>.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");
}
