using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Holds the actions of listeners and rules to ELB's limits.</summary>
internal static class ListenerActionLimits
{
    /// <summary>Throws when an action is outside the limits.</summary>
    /// <param name="action">The action.</param>
    /// <param name="protocol">Protocol of the listener, where it is known.</param>
    /// <exception cref="ArgumentException">A property of the action is outside AWS's limits.</exception>
    public static void Require(ListenerAction action, ListenerProtocol? protocol = null)
    {
        switch (action)
        {
            case ForwardAction forward:
                Require(forward, protocol);
                break;
            case RedirectAction redirect:
                Require(redirect, protocol);
                break;
            case FixedResponseAction response:
                Limit.Require(nameof(response.StatusCode), ActionLimits.FixedResponseStatus(response.StatusCode));
                Limit.Require(nameof(response.ContentType), ActionLimits.FixedResponseContentType(response.ContentType));
                Limit.Require(nameof(response.Body), ActionLimits.FixedResponseBody(response.Body));
                break;
        }
    }

    private static void Require(ForwardAction forward, ListenerProtocol? protocol)
    {
        Limit.Require(nameof(forward.TargetGroups), ActionLimits.ForwardTargetGroups(forward.TargetGroups.Count));
        foreach (var target in forward.TargetGroups)
        {
            Limit.Require(nameof(target.Weight), ActionLimits.Weight(target.Weight));
        }

        Limit.Require(nameof(forward.TargetGroups), ActionLimits.Weights([.. forward.TargetGroups.Select(target => target.Weight)]));
        Limit.Require(nameof(forward.Stickiness), forward.Stickiness is { } stickiness ? ActionLimits.Stickiness((int)stickiness.TotalSeconds) : null);
        if (forward.Authentication is { } authentication)
        {
            Limit.Require(nameof(forward.Authentication), ActionLimits.Authentication(protocol));
            Require(authentication);
        }
    }

    private static void Require(RedirectAction redirect, ListenerProtocol? protocol)
    {
        Limit.Require(nameof(RedirectAction), ActionLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
        Limit.Require(nameof(redirect.Protocol), ActionLimits.RedirectProtocol(protocol, redirect.Protocol));
        Limit.Require(nameof(redirect.Port), redirect.Port is { } port ? NetworkLimits.Port(port) : null);
        Limit.Require(nameof(redirect.Host), ActionLimits.RedirectHost(redirect.Host));
        Limit.Require(nameof(redirect.Path), ActionLimits.RedirectPath(redirect.Path));
        Limit.Require(nameof(redirect.Query), ActionLimits.RedirectQuery(redirect.Query));
        Limit.Require(nameof(redirect.StatusCode), ActionLimits.RedirectStatus(redirect.StatusCode));
    }

    private static void Require(Authentication authentication)
    {
        Limit.Require(nameof(authentication.SessionTimeout), authentication.SessionTimeout is { } timeout ? ActionLimits.SessionTimeout((int)timeout.TotalSeconds) : null);
        Limit.Require(nameof(authentication.RequestParameters), ActionLimits.RequestParameters(authentication.RequestParameters.Count));
        switch (authentication)
        {
            case OidcAuthentication oidc:
                Limit.Require(nameof(oidc.Issuer), ActionLimits.OidcEndpoint(oidc.Issuer));
                Limit.Require(nameof(oidc.AuthorizationEndpoint), ActionLimits.OidcEndpoint(oidc.AuthorizationEndpoint));
                Limit.Require(nameof(oidc.TokenEndpoint), ActionLimits.OidcEndpoint(oidc.TokenEndpoint));
                Limit.Require(nameof(oidc.UserInfoEndpoint), ActionLimits.OidcEndpoint(oidc.UserInfoEndpoint));
                break;
            case CognitoAuthentication cognito:
                Limit.Require(nameof(cognito.UserPoolArn), AwsLimits.UserPoolArn(cognito.UserPoolArn));
                Limit.Require(nameof(cognito.UserPoolDomain), ActionLimits.UserPoolDomain(cognito.UserPoolDomain));
                break;
        }
    }
}
