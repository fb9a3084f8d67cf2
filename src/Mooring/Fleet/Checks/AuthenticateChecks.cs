using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the authentication in front of a forward.</summary>
internal sealed class AuthenticateChecks(AuthenticateSpec authenticate, FaultScope scope)
{
    /// <summary>Adds its errors.</summary>
    /// <param name="protocol">The listener's protocol, where it is known.</param>
    public void Check(ListenerProtocol? protocol)
    {
        scope.AddIf(ActionLimits.Authentication(protocol));
        CheckKind();
        scope.Check(authenticate.SessionTimeout, ActionLimits.SessionTimeout);
        scope.Check(authenticate.RequestParameters, parameters => ActionLimits.RequestParameters(parameters.Count));
        if (authenticate.Oidc is { } oidc)
        {
            var at = scope.At(authenticate.Oidc);
            at.Check(oidc.Issuer, ActionLimits.OidcEndpoint);
            at.Check(oidc.AuthorizationEndpoint, ActionLimits.OidcEndpoint);
            at.Check(oidc.TokenEndpoint, ActionLimits.OidcEndpoint);
            at.Check(oidc.UserInfoEndpoint, ActionLimits.OidcEndpoint);
        }

        if (authenticate.Cognito is { } cognito)
        {
            var at = scope.At(authenticate.Cognito);
            at.Check(cognito.UserPool, arn => AwsLimits.UserPoolArn(arn));
            at.Check(cognito.UserPoolDomain, ActionLimits.UserPoolDomain);
        }
    }

    private void CheckKind()
    {
        var hasOne = (authenticate.Oidc is null) != (authenticate.Cognito is null);
        if (!hasOne && !scope.At(authenticate.Oidc).IsUnreadable && !scope.At(authenticate.Cognito).IsUnreadable)
        {
            scope.AddBeside($"must have one of 'oidc' and 'cognito', got {(authenticate.Oidc is null ? "none" : "both")}");
        }
    }
}
