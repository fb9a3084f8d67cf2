namespace Mooring.Fleet;

/// <summary>
/// Defines the validation of the JSON Web Token that a request has in its <c>Authorization</c> header: signature (RS256), issuer, time, and further claims.
/// A request without a valid one is refused.
/// </summary>
public sealed record JwtValidationSpec
{
    /// <summary>Issuer of the token, 1 to 256 characters.</summary>
    public required string Issuer { get; init; }

    /// <summary>URL of the issuer's key set, with <c>https</c>, at most 256 characters; the key set has at most 10 keys and 150 KB.</summary>
    public required string JwksEndpoint { get; init; }

    /// <summary>Further claims that the token must have, at most 10.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<JwtClaimSpec> AdditionalClaims { get; init; } = [];
}
