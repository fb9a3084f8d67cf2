namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="ListenerRule"/>.</summary>
public sealed record ListenerRuleProps
{
    /// <summary>The listener that has the rule.</summary>
    public required IListener Listener { get; init; }

    /// <summary>ARN of the rule that already exists: Terraform imports it and creates none.</summary>
    /// <value>Defaults to none: Terraform creates it.</value>
    public string? AdoptArn { get; init; }

    /// <summary>Place in the order in which rules are tried, 1 to 50000, unique in its listener.</summary>
    public required int Priority { get; init; }

    /// <summary>Which requests it is for, at least one condition.</summary>
    public required RuleConditions Conditions { get; init; }

    /// <summary>What it does with a request that matches.</summary>
    public required ListenerAction Action { get; init; }
}
