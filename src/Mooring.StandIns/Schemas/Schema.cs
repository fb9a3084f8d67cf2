namespace Mooring.StandIns.Schemas;

/// <summary>The schema of a resource, a data source or a provider's configuration.</summary>
public sealed record Schema
{
    /// <summary>The version of the schema, which a state file remembers.</summary>
    /// <value>Defaults to 0.</value>
    public long Version { get; init; }

    /// <summary>What it consists of.</summary>
    public required Block Block { get; init; }
}
