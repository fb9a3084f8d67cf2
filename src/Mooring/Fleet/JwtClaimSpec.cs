using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines a claim that a JSON Web Token must have.</summary>
public sealed record JwtClaimSpec
{
    /// <summary>Name of the claim; <c>exp</c>, <c>iss</c>, <c>nbf</c> and <c>iat</c> are validated without being named.</summary>
    public required string Name { get; init; }

    /// <summary>How the claim has its values.</summary>
    /// <value>Defaults to <c>single-string</c>.</value>
    public JwtClaimFormat Format { get; init; } = JwtClaimFormat.SingleString;

    /// <summary>The values, 1 to 10 of at most 256 characters each.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
