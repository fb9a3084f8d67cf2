using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Priorities;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>Rules and records in a line of text: <c>a b=15 c(b)</c> is a rule, one with a priority, and one that was called <c>b</c>.</summary>
internal static class Listing
{
    public static RuleSpec[] Rules(string text) => [.. Words(text).Select(Rule)];

    public static ListenerPriorities Recorded(string text, params int[] retired) =>
        new() { Rules = Rules(text).ToDictionary(rule => rule.Name, rule => rule.Priority!.Value), Retired = retired };

    /// <summary>The rules with their priorities, in the order of the list; <c>?</c> where none is free.</summary>
    public static string Numbered(string rules, ListenerPriorities recorded) =>
        string.Join(' ', new ListenerNumbering(Rules(rules), recorded).Run().Select(rule => $"{rule.Name}={Text(rule.Priority)}"));

    private static string Text(int? priority) => priority?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static RuleSpec Rule(string word)
    {
        var parts = word.Split('=', '(', ')');
        return new()
        {
            Name = parts[0],
            Priority = word.Contains('=', StringComparison.Ordinal) ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null,
            Renamed = word.Contains('(', StringComparison.Ordinal) ? parts[1] : null,
        };
    }
}
