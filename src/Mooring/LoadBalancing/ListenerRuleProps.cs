namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="ListenerRule"/>.</summary>
public sealed record ListenerRuleProps
{
    /// <summary>The listener that has the rule.</summary>
    public required IListener Listener { get; init; }

    /// <summary>ARN of the rule that already exists: Terraform imports it and creates none.</summary>
    /// <value>Defaults to none: Terraform creates it.</value>
    public string? AdoptArn { get; init; }

    /// <summary>
    /// Construct id, in the same scope, that the rule had before it was renamed: a <c>moved</c> block keeps the rule, where another id would replace it.
    /// </summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/modules/develop/refactoring"/>
    /// <value>Defaults to none.</value>
    public string? RenamedFromId { get; init; }

    /// <summary>Construct id that the listener, which is the scope of the rule, had before it was renamed: its rules are moved with it.</summary>
    /// <value>Defaults to none.</value>
    public string? ListenerRenamedFromId { get; init; }

    /// <summary>Place in the order in which rules are tried, 1 to 50000, unique in its listener.</summary>
    public required int Priority { get; init; }

    /// <summary>Which requests it is for, at least one condition.</summary>
    public required RuleConditions Conditions { get; init; }

    /// <summary>What it rewrites in a request before a target gets it.</summary>
    /// <value>Defaults to none where Terraform creates the rule, and otherwise as they are.</value>
    public RuleTransforms? Transforms { get; init; }

    /// <summary>What it does with a request that matches.</summary>
    public required ListenerAction Action { get; init; }

    /// <summary>The rule that Terraform changes before this one.</summary>
    /// <value>Defaults to none.</value>
    internal ListenerRule? After { get; init; }
}
