namespace Mooring.Jsii;

/// <summary>Node.js, which runs CDKTF, is missing or too old, or failed. The message describes what to do.</summary>
public sealed class NodeRuntimeException(string message) : Exception(message);
