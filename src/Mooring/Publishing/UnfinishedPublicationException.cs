namespace Mooring.Publishing;

/// <summary>Files are partly new and partly old, and could not be put back. The next run puts them back.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">Why they could not be put back.</param>
public sealed class UnfinishedPublicationException(string message, Exception cause) : IOException(message, cause);
