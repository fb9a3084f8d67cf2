namespace Mooring.Benchmarks.Results;

/// <summary>What synthesis is to reach.</summary>
/// <param name="What">What is looked at.</param>
/// <param name="Required">What must hold.</param>
/// <param name="ReachedFor">What would be better still.</param>
internal sealed record Target(string What, Verdict Required, Verdict ReachedFor);
