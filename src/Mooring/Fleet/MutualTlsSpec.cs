using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines how a listener verifies client certificates.</summary>
public sealed record MutualTlsSpec
{
    /// <summary>How client certificates are handled.</summary>
    public required MutualTlsMode Mode { get; init; }

    /// <summary>ARN of the trust store that verifies client certificates; mode <c>verify</c> must have one, the others must not.</summary>
    /// <value>Defaults to none.</value>
    public string? TrustStore { get; init; }

    /// <summary>Whether a certificate may have expired; with mode <c>verify</c>.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool IgnoreClientCertificateExpiry { get; init; }

    /// <summary>Whether the listener sends clients the subject names of the CAs in the trust store; with mode <c>verify</c>.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AdvertiseTrustStoreCaNames { get; init; }
}
