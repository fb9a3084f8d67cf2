namespace Mooring.Fleet;

/// <summary>Defines a rule of a listener: which requests, and what is done with them.</summary>
public sealed record RuleSpec : IActionSpec
{
    /// <summary>Name of the rule, unique in its listener. It identifies the rule: a renamed rule is a new one.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the order in which rules are tried, 1 to 50000, unique in its listener.</summary>
    /// <value>Defaults to ten times its place among the rules that give none.</value>
    public int? Priority { get; init; }

    /// <summary>Host names, <c>*</c> and <c>?</c> allowed, one of which a request must be for.</summary>
    /// <value>Defaults to any; a rule needs hosts or paths.</value>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Paths, <c>*</c> and <c>?</c> allowed, one of which a request must be for.</summary>
    /// <value>Defaults to any; a rule needs hosts or paths.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <inheritdoc/>
    public ForwardSpec? Forward { get; init; }

    /// <inheritdoc/>
    public RedirectSpec? Redirect { get; init; }

    /// <inheritdoc/>
    public FixedResponseSpec? FixedResponse { get; init; }
}
