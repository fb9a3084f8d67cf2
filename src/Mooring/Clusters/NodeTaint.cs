namespace Mooring.Clusters;

/// <summary>A taint, which repels pods that do not tolerate it from a node.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"/>
public sealed record NodeTaint
{
    /// <summary>Key of the taint, 1 to 63 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Value of the taint, at most 63 characters.</summary>
    /// <value>Defaults to none.</value>
    public string? Value { get; init; }

    /// <summary>What it does.</summary>
    public required TaintEffect Effect { get; init; }
}
