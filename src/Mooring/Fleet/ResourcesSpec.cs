namespace Mooring.Fleet;

/// <summary>Defines CPU and memory of a replica of the controller.</summary>
public sealed record ResourcesSpec
{
    /// <summary>What the scheduler reserves.</summary>
    /// <value>Defaults to <c>100m</c> CPU and <c>256Mi</c> memory, together.</value>
    public ResourceAmountsSpec Requests { get; init; } = new() { Cpu = "100m", Memory = "256Mi" };

    /// <summary>What a replica may use at most. A replica that uses more memory is killed.</summary>
    /// <value>Defaults to no limits.</value>
    public ResourceAmountsSpec Limits { get; init; } = new();
}
