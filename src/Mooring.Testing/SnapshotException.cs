namespace Mooring.Testing;

/// <summary>A text is not the reviewed one. The message has the difference, and how to accept it.</summary>
/// <param name="message">The message.</param>
public sealed class SnapshotException(string message) : Exception(message);
