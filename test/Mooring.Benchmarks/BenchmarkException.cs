namespace Mooring.Benchmarks;

/// <summary>Nothing can be said of the measurements: something failed, or outputs differ.</summary>
/// <param name="message">What it is.</param>
internal sealed class BenchmarkException(string message) : Exception(message);
