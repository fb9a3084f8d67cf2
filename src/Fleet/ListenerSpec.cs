using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines a listener.</summary>
public sealed record ListenerSpec
{
    /// <summary>Port it listens on, 1 to 65535; no other listener of the load balancer may have it.</summary>
    public required int Port { get; init; }

    /// <summary>Protocol clients speak to it.</summary>
    public required ListenerProtocol Protocol { get; init; }

    /// <summary>ARN of its certificate in AWS Certificate Manager; an HTTPS listener must have one, an HTTP listener must not.</summary>
    /// <value>Defaults to none.</value>
    public string? Certificate { get; init; }

    /// <summary>What it does with a request that no rule matches.</summary>
    public required ActionSpec DefaultAction { get; init; }

    /// <summary>
    /// Its rules. Those without a priority of their own get 10, 20, 30 … in the order of this list: add a rule at its end, or
    /// give it a priority that lies in between.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<RuleSpec> Rules { get; init; } = [];
}
