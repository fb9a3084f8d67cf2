namespace Mooring.Fleet.Editing;

/// <summary>
/// Names what a listener does with requests: a rule, <c>public/https/shop</c>, or its default action, <c>public/https</c>.
/// </summary>
/// <param name="LoadBalancer">Name of the load balancer in the fleet file.</param>
/// <param name="Listener">Name of its listener.</param>
/// <param name="Rule">Name of the listener's rule; <see langword="null"/> for the default action.</param>
internal sealed record ActionAddress(string LoadBalancer, string Listener, string? Rule)
{
    /// <summary>Reads an address; <see langword="null"/> where it is none.</summary>
    public static ActionAddress? Parse(string text) =>
        text.Split('/', 3) switch
        {
            [{ Length: > 0 } loadBalancer, { Length: > 0 } listener] => new(loadBalancer, listener, null),
            [{ Length: > 0 } loadBalancer, { Length: > 0 } listener, { Length: > 0 } rule] => new(loadBalancer, listener, rule),
            _ => null,
        };

    /// <summary>The action in a fleet; <see langword="null"/> where the fleet has none of that name.</summary>
    public IActionSpec? In(FleetSpec fleet) =>
        ListenerIn(fleet) is not { } listener ? null
        : Rule is null ? listener.DefaultAction
        : listener.Rules.FirstOrDefault(rule => rule.Name == Rule);

    /// <summary>The fleet with another forward in this place.</summary>
    public FleetSpec WithForward(FleetSpec fleet, ForwardSpec forward)
    {
        var listener = ListenerIn(fleet)!;
        var changed = Rule is null
            ? listener with
            {
                DefaultAction = listener.DefaultAction! with { Forward = forward },
            }
            : listener with
            {
                Rules = [.. listener.Rules.Select(rule => rule.Name == Rule ? rule with { Forward = forward } : rule)],
            };
        var loadBalancer = fleet.LoadBalancers[LoadBalancer];
        return fleet with
        {
            LoadBalancers = Replaced(fleet.LoadBalancers, LoadBalancer, loadBalancer with { Listeners = Replaced(loadBalancer.Listeners, Listener, changed) }),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Rule is null ? $"{LoadBalancer}/{Listener}" : $"{LoadBalancer}/{Listener}/{Rule}";

    private ListenerSpec? ListenerIn(FleetSpec fleet) => fleet.LoadBalancers.GetValueOrDefault(LoadBalancer)?.Listeners.GetValueOrDefault(Listener);

    private static OrderedDictionary<string, T> Replaced<T>(IReadOnlyDictionary<string, T> map, string name, T value) =>
        new(map.Select(pair => pair.Key == name ? KeyValuePair.Create(name, value) : pair), StringComparer.Ordinal);
}
