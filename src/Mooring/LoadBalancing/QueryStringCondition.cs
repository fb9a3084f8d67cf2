namespace Mooring.LoadBalancing;

/// <summary>A parameter of a query string that a request must have.</summary>
public sealed record QueryStringCondition
{
    /// <summary>Name of the parameter, 1 to 128 characters, wildcards allowed.</summary>
    /// <value>Defaults to any.</value>
    public string? Key { get; init; }

    /// <summary>Value of the parameter, 1 to 128 characters, wildcards allowed.</summary>
    public required string Value { get; init; }
}
