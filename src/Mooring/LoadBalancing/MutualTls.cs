namespace Mooring.LoadBalancing;

/// <summary>What a listener asks of a client's certificate (mutual TLS).</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
public sealed record MutualTls
{
    /// <summary>What is done with a client's certificate.</summary>
    public required MutualTlsMode Mode { get; init; }

    /// <summary>ARN of the trust store that a client's certificate must be from.</summary>
    /// <value>Defaults to none; <see cref="MutualTlsMode.Verify"/> needs one, the other modes have none.</value>
    public string? TrustStoreArn { get; init; }

    /// <summary>Whether a certificate may have expired.</summary>
    /// <value>Defaults to no.</value>
    public bool IgnoreClientCertificateExpiry { get; init; }

    /// <summary>Whether clients are told the names of the authorities in the trust store.</summary>
    /// <value>Defaults to no.</value>
    public bool AdvertiseTrustStoreCaNames { get; init; }
}
