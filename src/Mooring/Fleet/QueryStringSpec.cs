namespace Mooring.Fleet;

/// <summary>Defines a parameter of a query string.</summary>
public sealed record QueryStringSpec
{
    /// <summary>Name of the parameter, 1 to 128 characters, wildcards allowed.</summary>
    /// <value>Defaults to any.</value>
    public string? Key { get; init; }

    /// <summary>Value of the parameter, 1 to 128 characters, wildcards allowed.</summary>
    public required string Value { get; init; }
}
