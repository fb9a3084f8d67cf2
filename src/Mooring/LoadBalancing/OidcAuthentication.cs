namespace Mooring.LoadBalancing;

/// <summary>Authentication with an OpenID Connect identity provider.</summary>
public sealed record OidcAuthentication : Authentication
{
    /// <summary>URL of the issuer, with <c>https://</c>.</summary>
    public required string Issuer { get; init; }

    /// <summary>URL of its authorization endpoint.</summary>
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>URL of its token endpoint.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>URL of its endpoint for claims about the user.</summary>
    public required string UserInfoEndpoint { get; init; }

    /// <summary>Id that the load balancer has with it.</summary>
    public required string ClientId { get; init; }

    /// <summary>Secret that belongs to the id. It ends up in Terraform's state: read it from where secrets are kept.</summary>
    public required string ClientSecret { get; init; }
}
