namespace Mooring.StandIns.Remote;

/// <summary>An error of AWS, a cluster or a provider, which Terraform shows.</summary>
/// <param name="message">The error, with AWS's code and text where it is from AWS.</param>
public sealed class RemoteException(string message) : Exception(message);
