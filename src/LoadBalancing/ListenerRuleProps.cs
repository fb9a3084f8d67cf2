namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="ListenerRule"/>.</summary>
public sealed record ListenerRuleProps
{
    /// <summary>ARN of the listener.</summary>
    public required string ListenerArn { get; init; }

    /// <summary>Place in the order in which rules are tried, 1 to 50000, unique in its listener.</summary>
    public required int Priority { get; init; }

    /// <summary>Host names, <c>*</c> and <c>?</c> allowed, one of which a request must be for.</summary>
    /// <value>Defaults to any; a rule needs hosts or paths.</value>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Paths, <c>*</c> and <c>?</c> allowed, one of which a request must be for.</summary>
    /// <value>Defaults to any; a rule needs hosts or paths.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What it does with a request that matches.</summary>
    public required ListenerAction Action { get; init; }
}
