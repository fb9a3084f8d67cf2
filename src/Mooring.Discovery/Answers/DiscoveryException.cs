namespace Mooring.Discovery.Answers;

/// <summary>There is no fleet to write: something that was named is not there, or there is nothing at all.</summary>
/// <param name="message">The message.</param>
internal sealed class DiscoveryException(string message) : Exception(message);
