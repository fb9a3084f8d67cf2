namespace Mooring.Apply;

/// <summary>An apply is refused: a stack is not in the fleet, or another apply runs.</summary>
/// <param name="message">The message: what was expected, what was found, and what to do.</param>
public sealed class ApplyException(string message) : Exception(message);
