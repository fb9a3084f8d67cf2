namespace Mooring.Jsii;

/// <summary>The environment names an engine that there is not.</summary>
/// <param name="message">Where it is named, and what may be.</param>
public sealed class SynthesisEngineException(string message) : Exception(message);
