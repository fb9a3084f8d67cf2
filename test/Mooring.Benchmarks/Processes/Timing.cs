namespace Mooring.Benchmarks.Processes;

/// <summary>The time that a command took.</summary>
/// <param name="Wall">From its start until it ended.</param>
/// <param name="Cpu">User and system time of its process and of all below it, those that ended after it included.</param>
internal sealed record Timing(TimeSpan Wall, TimeSpan Cpu);
