namespace Mooring.Synthesis.Workers;

/// <summary>A worker failed. The message is the worker's error.</summary>
/// <param name="message">The message.</param>
public sealed class WorkerException(string message) : Exception(message);
