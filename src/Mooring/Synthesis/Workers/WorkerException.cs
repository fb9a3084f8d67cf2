namespace Mooring.Synthesis.Workers;

/// <summary>A worker failed; the message is what it said.</summary>
/// <param name="message">The message.</param>
public sealed class WorkerException(string message) : Exception(message);
