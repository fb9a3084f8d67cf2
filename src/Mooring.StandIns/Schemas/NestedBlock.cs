namespace Mooring.StandIns.Schemas;

/// <summary>A block in a block.</summary>
public sealed record NestedBlock
{
    /// <summary>How many blocks there may be, and how they are told apart.</summary>
    public required NestingMode NestingMode { get; init; }

    /// <summary>What each of them may have.</summary>
    public required Block Block { get; init; }

    /// <summary>How many there must be.</summary>
    /// <value>Defaults to 0.</value>
    public long MinItems { get; init; }

    /// <summary>How many there may be; 0 is any number.</summary>
    /// <value>Defaults to 0.</value>
    public long MaxItems { get; init; }
}
