namespace Mooring.StandIns.Schemas;

/// <summary>A block in a block.</summary>
public sealed record NestedBlock
{
    /// <summary>The nesting mode.</summary>
    public required NestingMode NestingMode { get; init; }

    /// <summary>The contents of each.</summary>
    public required Block Block { get; init; }

    /// <summary>Minimum number.</summary>
    /// <value>Defaults to 0.</value>
    public long MinItems { get; init; }

    /// <summary>Maximum number; 0 for no limit.</summary>
    /// <value>Defaults to 0.</value>
    public long MaxItems { get; init; }
}
