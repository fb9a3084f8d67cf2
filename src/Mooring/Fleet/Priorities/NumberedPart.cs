using Mooring.Fleet.Derivation;

namespace Mooring.Fleet.Priorities;

/// <summary>A part of a rule that gets a priority. Most rules have one part.</summary>
/// <param name="Rule">The place of its rule in the list.</param>
/// <param name="Number">Its number.</param>
/// <param name="Given">The priority that it has whatever is free, where its rule gives one.</param>
/// <param name="Recorded">The priority that is recorded, where its rule gives none.</param>
internal sealed record NumberedPart(int Rule, int Number, int? Given, int? Recorded)
{
    /// <summary>The parts of a rule, those with a recorded priority first, in its order. The first part keeps its priority while it has no host.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">Its place in the list.</param>
    /// <param name="recorded">What is recorded of its listener.</param>
    public static IEnumerable<NumberedPart> Of(RuleSpec rule, int place, ListenerPriorities recorded)
    {
        var before = recorded.Of(rule);
        return HostPlacement
            .Of(rule, recorded.PlacesOf(rule))
            .Keys.Union([RulePlaces.First])
            .Select(number =>
                rule.Priority is { } own
                    ? new NumberedPart(place, number, GivenOf(number, own), null)
                    : new NumberedPart(place, number, null, before is null ? null : recorded.Of(rule, number))
            )
            .OrderBy(part => part.Recorded ?? int.MaxValue)
            .ThenBy(part => part.Number);

        // A rule that gives the priority that it has anyway keeps those of its parts.
        int GivenOf(int number, int own) => (own == before ? recorded.Of(rule, number) : null) ?? (own + number - RulePlaces.First);
    }
}
