namespace Mooring.Identity;

/// <summary>Properties of an <see cref="OidcProvider"/>.</summary>
public sealed record OidcProviderProps
{
    /// <summary>URL of the cluster's OIDC issuer, with <c>https://</c>.</summary>
    public required string OidcIssuerUrl { get; init; }
}
