namespace Mooring.Identity;

/// <summary>Properties of an <see cref="OidcProviderLookup"/>.</summary>
public sealed record OidcProviderLookupProps
{
    /// <summary>URL of the cluster's OIDC issuer, with <c>https://</c>.</summary>
    public required string OidcIssuerUrl { get; init; }
}
