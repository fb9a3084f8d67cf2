namespace Mooring.StandIns.Schemas;

/// <summary>What a block may have.</summary>
public sealed record Block
{
    /// <summary>The attributes, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, BlockAttribute> Attributes { get; init; } = new Dictionary<string, BlockAttribute>();

    /// <summary>The blocks in it, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, NestedBlock> BlockTypes { get; init; } = new Dictionary<string, NestedBlock>();
}
