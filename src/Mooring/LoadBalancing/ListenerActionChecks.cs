using Constructs;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Holds the actions of listeners and rules to ELB's limits.</summary>
internal static class ListenerActionChecks
{
    /// <summary>Throws when an action is outside the limits.</summary>
    /// <param name="construct">The listener or the rule.</param>
    /// <param name="action">The action.</param>
    /// <param name="protocol">Protocol of the listener, where it is known.</param>
    /// <exception cref="ConstructException">A property of the action is outside AWS's limits.</exception>
    public static void Require(Construct construct, ListenerAction action, ListenerProtocol? protocol = null)
    {
        switch (action)
        {
            case ForwardAction forward:
                Require(construct, forward, protocol);
                break;
            case RedirectAction redirect:
                Require(construct, redirect, protocol);
                break;
            case FixedResponseAction response:
                Property.Require(construct, nameof(response.StatusCode), ActionLimits.FixedResponseStatus(response.StatusCode));
                Property.Require(construct, nameof(response.ContentType), ActionLimits.FixedResponseContentType(response.ContentType));
                Property.Require(construct, nameof(response.Body), ActionLimits.FixedResponseBody(response.Body));
                break;
        }
    }

    private static void Require(Construct construct, ForwardAction forward, ListenerProtocol? protocol)
    {
        Property.Require(construct, nameof(forward.TargetGroups), ActionLimits.ForwardTargetGroups(forward.TargetGroups.Count));
        foreach (var target in forward.TargetGroups)
        {
            Property.Require(construct, nameof(target.Weight), ActionLimits.Weight(target.Weight));
        }

        Property.Require(construct, nameof(forward.TargetGroups), ActionLimits.Weights([.. forward.TargetGroups.Select(target => target.Weight)]));
        Property.Require(
            construct,
            nameof(forward.Stickiness),
            forward.Stickiness is { } stickiness ? ActionLimits.Stickiness((int)stickiness.TotalSeconds) : null
        );
        if (forward.Authentication is { } authentication)
        {
            Property.Require(construct, nameof(forward.Authentication), ActionLimits.Authentication(protocol));
            Require(construct, authentication);
        }

        if (forward.JwtValidation is { } validation)
        {
            Property.Require(construct, nameof(forward.JwtValidation), ActionLimits.Authentication(protocol));
            Property.Require(construct, nameof(forward.JwtValidation), JwtLimits.Beside(forward.Authentication is not null));
            Require(construct, validation);
        }
    }

    private static void Require(Construct construct, JwtValidation validation)
    {
        Property.Require(construct, nameof(validation.Issuer), JwtLimits.Issuer(validation.Issuer));
        Property.Require(construct, nameof(validation.JwksEndpoint), JwtLimits.JwksEndpoint(validation.JwksEndpoint));
        Property.Require(construct, nameof(validation.AdditionalClaims), JwtLimits.Claims(validation.AdditionalClaims.Count));
        foreach (var claim in validation.AdditionalClaims)
        {
            Property.Require(construct, nameof(claim.Name), JwtLimits.ClaimName(claim.Name));
            Property.Require(construct, nameof(claim.Values), JwtLimits.ClaimValues(claim.Values.Count));
            Property.RequireEach(construct, nameof(claim.Values), claim.Values, value => JwtLimits.ClaimValue(value, claim.Format));
        }
    }

    private static void Require(Construct construct, RedirectAction redirect, ListenerProtocol? protocol)
    {
        Property.Require(construct, nameof(RedirectAction), ActionLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
        Property.Require(construct, nameof(redirect.Protocol), ActionLimits.RedirectProtocol(protocol, redirect.Protocol));
        Property.Require(construct, nameof(redirect.Port), redirect.Port is { } port ? NetworkLimits.Port(port) : null);
        Property.Require(construct, nameof(redirect.Host), ActionLimits.RedirectHost(redirect.Host));
        Property.Require(construct, nameof(redirect.Path), ActionLimits.RedirectPath(redirect.Path));
        Property.Require(construct, nameof(redirect.Query), ActionLimits.RedirectQuery(redirect.Query));
        Property.Require(construct, nameof(redirect.StatusCode), ActionLimits.RedirectStatus(redirect.StatusCode));
    }

    private static void Require(Construct construct, Authentication authentication)
    {
        Property.Require(
            construct,
            nameof(authentication.SessionTimeout),
            authentication.SessionTimeout is { } timeout ? ActionLimits.SessionTimeout((int)timeout.TotalSeconds) : null
        );
        Property.Require(construct, nameof(authentication.RequestParameters), ActionLimits.RequestParameters(authentication.RequestParameters.Count));
        switch (authentication)
        {
            case OidcAuthentication oidc:
                Property.Require(construct, nameof(oidc.Issuer), ActionLimits.OidcEndpoint(oidc.Issuer));
                Property.Require(construct, nameof(oidc.AuthorizationEndpoint), ActionLimits.OidcEndpoint(oidc.AuthorizationEndpoint));
                Property.Require(construct, nameof(oidc.TokenEndpoint), ActionLimits.OidcEndpoint(oidc.TokenEndpoint));
                Property.Require(construct, nameof(oidc.UserInfoEndpoint), ActionLimits.OidcEndpoint(oidc.UserInfoEndpoint));
                break;
            case CognitoAuthentication cognito:
                Property.Require(construct, nameof(cognito.UserPoolArn), AwsLimits.UserPoolArn(cognito.UserPoolArn));
                Property.Require(construct, nameof(cognito.UserPoolDomain), ActionLimits.UserPoolDomain(cognito.UserPoolDomain));
                break;
        }
    }
}
