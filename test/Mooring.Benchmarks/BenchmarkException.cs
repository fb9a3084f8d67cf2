namespace Mooring.Benchmarks;

/// <summary>The measurements are not valid: something failed, or outputs differ.</summary>
/// <param name="message">What it is.</param>
internal sealed class BenchmarkException(string message) : Exception(message);
