namespace Mooring.Shift;

/// <summary>A shift is refused: what it is asked for does not fit the fleet file, the interrupted shift, or what Terraform plans.</summary>
/// <param name="message">The message: what was expected, what was found, and what to do.</param>
public sealed class ShiftException(string message) : Exception(message);
