namespace Mooring.Cli;

/// <summary>The standard output cannot be written to: it is closed, or on a full disk.</summary>
/// <param name="cause">Why.</param>
internal sealed class ConsoleException(Exception cause) : IOException($"the standard output cannot be written to: {cause.Message}", cause);
