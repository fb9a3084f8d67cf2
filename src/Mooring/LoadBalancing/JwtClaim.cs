namespace Mooring.LoadBalancing;

/// <summary>A claim that a JSON Web Token must have.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_JwtValidationActionAdditionalClaim.html"/>
public sealed record JwtClaim
{
    /// <summary>Name of the claim; <c>exp</c>, <c>iss</c>, <c>nbf</c> and <c>iat</c> are validated without being named.</summary>
    public required string Name { get; init; }

    /// <summary>How the claim has its values.</summary>
    public required JwtClaimFormat Format { get; init; }

    /// <summary>The values, 1 to 10 of at most 256 characters each.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
