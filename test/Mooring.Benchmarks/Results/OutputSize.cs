namespace Mooring.Benchmarks.Results;

/// <summary>How much was written for a fleet.</summary>
/// <param name="Bytes">The bytes of all files.</param>
/// <param name="Stacks">The number of stacks.</param>
/// <param name="Resources">The number of managed resources.</param>
/// <param name="DataSources">The number of data sources.</param>
internal sealed record OutputSize(long Bytes, int Stacks, int Resources, int DataSources);
