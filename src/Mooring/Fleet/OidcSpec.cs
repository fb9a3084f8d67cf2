namespace Mooring.Fleet;

/// <summary>Defines an OpenID Connect identity provider.</summary>
public sealed record OidcSpec
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

    /// <summary>
    /// Name or ARN of the secret in AWS Secrets Manager whose value is the client's secret. Terraform reads it, and stores it in its state.
    /// </summary>
    public required string ClientSecretId { get; init; }
}
