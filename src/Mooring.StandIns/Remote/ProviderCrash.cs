namespace Mooring.StandIns.Remote;

/// <summary>Ends the connection to Terraform without an answer, as a provider does whose process dies.</summary>
internal sealed class ProviderCrash() : Exception("the provider was told to crash");
