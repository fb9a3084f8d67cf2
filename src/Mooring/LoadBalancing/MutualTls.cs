namespace Mooring.LoadBalancing;

/// <summary>How a listener verifies client certificates (mutual TLS).</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
public sealed record MutualTls
{
    /// <summary>How client certificates are handled.</summary>
    public required MutualTlsMode Mode { get; init; }

    /// <summary>ARN of the trust store that a client's certificate must be from.</summary>
    /// <value>Defaults to none; <see cref="MutualTlsMode.Verify"/> needs one, the other modes have none.</value>
    public string? TrustStoreArn { get; init; }

    /// <summary>Whether a certificate may have expired.</summary>
    /// <value>Defaults to no.</value>
    public bool IgnoreClientCertificateExpiry { get; init; }

    /// <summary>Whether the listener sends clients the subject names of the CAs in the trust store.</summary>
    /// <value>Defaults to no.</value>
    public bool AdvertiseTrustStoreCaNames { get; init; }
}
