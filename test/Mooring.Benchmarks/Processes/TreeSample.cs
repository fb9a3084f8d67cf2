namespace Mooring.Benchmarks.Processes;

/// <summary>What was seen of the processes of a command while it ran.</summary>
/// <param name="PeakMemory">The largest sum of their proportional set sizes, in bytes.</param>
/// <param name="Programs">The names of the programs that they ran. One that ran for less than the sampling interval may be missing.</param>
internal sealed record TreeSample(long PeakMemory, IReadOnlySet<string> Programs);
