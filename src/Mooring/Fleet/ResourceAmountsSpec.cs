namespace Mooring.Fleet;

/// <summary>Defines amounts of CPU and memory, as Kubernetes quantities.</summary>
public sealed record ResourceAmountsSpec
{
    /// <summary>CPU, such as <c>100m</c>, a tenth of a core.</summary>
    /// <value>Defaults to none.</value>
    public string? Cpu { get; init; }

    /// <summary>Memory, such as <c>256Mi</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Memory { get; init; }
}
