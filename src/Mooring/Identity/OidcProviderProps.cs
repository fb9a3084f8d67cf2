using Mooring.Clusters;

namespace Mooring.Identity;

/// <summary>Properties of an <see cref="OidcProvider"/>.</summary>
public sealed record OidcProviderProps
{
    /// <summary>The cluster, whose OIDC issuer the provider trusts.</summary>
    public required ICluster Cluster { get; init; }
}
