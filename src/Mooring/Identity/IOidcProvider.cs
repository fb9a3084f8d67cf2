namespace Mooring.Identity;

/// <summary>The OIDC provider of a cluster, whether it is created or looked up.</summary>
public interface IOidcProvider
{
    /// <summary>ARN of the provider.</summary>
    string OidcProviderArn { get; }

    /// <summary>URL of the cluster's OIDC issuer without <c>https://</c>, the part before <c>:sub</c> and <c>:aud</c> in a trust policy.</summary>
    string OidcIssuer { get; }
}
