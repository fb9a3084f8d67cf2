namespace Mooring.LoadBalancing;

/// <summary>
/// Validation of the JSON Web Token that a request has in its <c>Authorization</c> header: signature, issuer, time, and further claims. A request without a
/// valid one is refused. Only listeners of protocol HTTPS have it.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html"/>
public sealed record JwtValidation
{
    /// <summary>Issuer of the token, at most 256 characters.</summary>
    public required string Issuer { get; init; }

    /// <summary>URL of the issuer's key set, with <c>https</c>, at most 256 characters.</summary>
    public required string JwksEndpoint { get; init; }

    /// <summary>Further claims that the token must have, at most 10.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<JwtClaim> AdditionalClaims { get; init; } = [];
}
