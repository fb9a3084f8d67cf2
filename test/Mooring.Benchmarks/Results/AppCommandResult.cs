namespace Mooring.Benchmarks.Results;

/// <summary>What the commands that the official CLI runs took for the sample fleet, everything built.</summary>
/// <param name="Command">Mooring's, from <c>cdktf.json</c>.</param>
/// <param name="Runs">How often each was timed.</param>
/// <param name="Result">What it took where nothing has changed since the last run.</param>
/// <param name="TsNode">What the peer that loads single modules took through ts-node, which checks the types, as the projects that CDKTF makes do.</param>
/// <param name="TsNodeUnchecked">What it took through ts-node without a check of the types.</param>
internal sealed record AppCommandResult(string Command, int Runs, ContenderResult Result, ContenderResult TsNode, ContenderResult TsNodeUnchecked);
