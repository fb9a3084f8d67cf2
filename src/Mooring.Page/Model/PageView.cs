namespace Mooring.Page.Model;

/// <summary>What the page shows at a time: a state of the fleet, compared with another one or alone.</summary>
public sealed class PageView
{
    private PageView(string title, PageState state, PageState? before)
    {
        (Title, State, Before) = (title, state, before);
        var (was, now) = (before is null ? null : FleetRoutes.Of(before), FleetRoutes.Of(state));
        LoadBalancers = Marked<LoadBalancerRow>.Compare(
            before is null ? null : LoadBalancerRow.Of(before),
            LoadBalancerRow.Of(state),
            row => row.Key,
            (one, other) => one with { Warnings = other.Warnings } == other
        );
        Routes = Marked<Route>.Compare(was, now, route => route.Key, IsSame);
        Parts = Marked<Part>.Compare(was is null ? null : PartsOf(was), PartsOf(now), part => part.Key, IsSame);
        Lines = Marked<Line>.Compare(was is null ? null : Line.Of(was), Line.Of(now), line => (line.From, line.To), (one, other) => one.Share == other.Share);
    }

    /// <summary>What the strip calls it.</summary>
    public string Title { get; }

    /// <summary>The state.</summary>
    public PageState State { get; }

    /// <summary>The state that it is compared with.</summary>
    public PageState? Before { get; }

    /// <summary>The load balancers.</summary>
    public IReadOnlyList<Marked<LoadBalancerRow>> LoadBalancers { get; }

    /// <summary>The ways of requests.</summary>
    public IReadOnlyList<Marked<Route>> Routes { get; }

    /// <summary>The parts that they pass.</summary>
    public IReadOnlyList<Marked<Part>> Parts { get; }

    /// <summary>The lines between the parts.</summary>
    public IReadOnlyList<Marked<Line>> Lines { get; }

    /// <summary>
    /// The views of some states: each of them, compared with the one before it, and where there are steps between the first and the last, the whole
    /// change.
    /// </summary>
    /// <param name="states">The states, in their order.</param>
    public static IReadOnlyList<PageView> Of(IReadOnlyList<PageState> states)
    {
        var walk = states.Select((state, index) => new PageView(state.Title, state, index == 0 ? null : states[index - 1]));
        return states.Count > 2 ? [.. walk, new PageView("The whole change", states[^1], states[0])] : [.. walk];
    }

    private static IReadOnlyList<Part> PartsOf(IEnumerable<Route> routes) => [.. routes.SelectMany(route => route.Parts).DistinctBy(part => part.Key)];

    private static bool IsSame(Route one, Route other) =>
        one.Weight == other.Weight && one.Share == other.Share && one.SharedWith.SequenceEqual(other.SharedWith);

    private static bool IsSame(Part one, Part other) => one.Title == other.Title && one.Details.SequenceEqual(other.Details);
}
