namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>A manifest or values that cannot be read or rendered, with Argo CD's or Helm's message.</summary>
/// <param name="message">The message.</param>
internal sealed class ManifestException(string message) : Exception(message);
