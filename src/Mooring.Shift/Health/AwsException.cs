namespace Mooring.Shift.Health;

/// <summary>The AWS CLI is missing, failed, or answered with something that it is not documented to answer. The message includes what it said.</summary>
/// <param name="message">The message.</param>
internal sealed class AwsException(string message) : Exception(message);
