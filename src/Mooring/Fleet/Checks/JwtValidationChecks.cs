using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the validation of tokens in front of a forward.</summary>
internal sealed class JwtValidationChecks(JwtValidationSpec validation, FaultScope scope)
{
    /// <summary>Adds its errors.</summary>
    /// <param name="protocol">The listener's protocol, where it is known.</param>
    /// <param name="authenticates">Whether the forward authenticates clients, too.</param>
    public void Check(ListenerProtocol? protocol, bool authenticates)
    {
        scope.AddIf(ActionLimits.Authentication(protocol));
        scope.AddIf(JwtLimits.Beside(authenticates));
        scope.Check(validation.Issuer, JwtLimits.Issuer);
        scope.Check(validation.JwksEndpoint, JwtLimits.JwksEndpoint);
        scope.Check(validation.AdditionalClaims, claims => JwtLimits.Claims(claims.Count));
        foreach (var (index, claim) in validation.AdditionalClaims.Index())
        {
            Check(claim, scope.At(validation.AdditionalClaims).Entry(index));
        }
    }

    private static void Check(JwtClaimSpec claim, FaultScope at)
    {
        at.Check(claim.Name, JwtLimits.ClaimName);
        at.Check(claim.Values, values => JwtLimits.ClaimValues(values.Count));
        at.CheckEach(claim.Values, value => JwtLimits.ClaimValue(value, claim.Format));
    }
}
