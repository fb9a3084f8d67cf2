namespace Mooring.StandIns.Remote;

/// <summary>Ends the connection to Terraform without an answer, as a crashed provider does.</summary>
internal sealed class ProviderCrash() : Exception("an injected failure crashes the provider");
