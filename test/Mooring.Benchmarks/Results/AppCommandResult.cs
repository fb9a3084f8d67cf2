namespace Mooring.Benchmarks.Results;

/// <summary>What the command in <c>cdktf.json</c> took for the sample fleet, everything built.</summary>
/// <param name="Command">The command.</param>
/// <param name="Runs">How often it was timed.</param>
/// <param name="Result">What it took.</param>
internal sealed record AppCommandResult(string Command, int Runs, ContenderResult Result);
