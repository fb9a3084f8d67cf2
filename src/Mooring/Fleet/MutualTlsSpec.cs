using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines what a listener asks of a client's certificate.</summary>
public sealed record MutualTlsSpec
{
    /// <summary>What is done with a client's certificate.</summary>
    public required MutualTlsMode Mode { get; init; }

    /// <summary>ARN of the trust store that a client's certificate must be from; mode <c>verify</c> must have one, the others must not.</summary>
    /// <value>Defaults to none.</value>
    public string? TrustStore { get; init; }

    /// <summary>Whether a certificate may have expired; with mode <c>verify</c>.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool IgnoreClientCertificateExpiry { get; init; }

    /// <summary>Whether clients are told the names of the authorities in the trust store; with mode <c>verify</c>.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AdvertiseTrustStoreCaNames { get; init; }
}
