using Mooring.Clusters;

namespace Mooring.Identity;

/// <summary>Properties of an <see cref="OidcProviderLookup"/>.</summary>
public sealed record OidcProviderLookupProps
{
    /// <summary>The cluster, whose OIDC issuer the provider trusts.</summary>
    public required ICluster Cluster { get; init; }
}
