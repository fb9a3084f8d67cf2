namespace Mooring.StandIns.Remote;

/// <summary>What AWS, a cluster or a provider refuses; Terraform shows its message as an error.</summary>
/// <param name="message">The error, with AWS's own code and words where it is AWS's.</param>
public sealed class RemoteException(string message) : Exception(message);
