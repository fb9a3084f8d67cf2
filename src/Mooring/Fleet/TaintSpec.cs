using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>Defines a taint of nodes.</summary>
public sealed record TaintSpec
{
    /// <summary>Key of the taint, 1 to 63 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Value of the taint, at most 63 characters.</summary>
    /// <value>Defaults to none.</value>
    [MayBeEmpty]
    public string? Value { get; init; }

    /// <summary>What it does to pods that do not tolerate it.</summary>
    public required TaintEffect Effect { get; init; }
}
