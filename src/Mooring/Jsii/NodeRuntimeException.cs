namespace Mooring.Jsii;

/// <summary>Node.js, which CDKTF runs in, is missing or too old; the message says what to do.</summary>
public sealed class NodeRuntimeException(string message) : Exception(message);
