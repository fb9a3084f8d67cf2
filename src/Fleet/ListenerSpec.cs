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
    public string? Certificate { get; init; }

    /// <summary>What it does with a request that no rule matches.</summary>
    public required ActionSpec DefaultAction { get; init; }

    /// <summary>Its rules. Those without a priority of their own get 10, 20, 30 … by their place in this list.</summary>
    public IReadOnlyList<RuleSpec> Rules { get; init; } = [];
}
