using System.Collections.ObjectModel;
using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines how clients are authenticated, with one of <see cref="Oidc"/> and <see cref="Cognito"/>.</summary>
public sealed record AuthenticateSpec
{
    /// <summary>An OpenID Connect identity provider.</summary>
    /// <value>Defaults to none.</value>
    public OidcSpec? Oidc { get; init; }

    /// <summary>A user pool of Amazon Cognito.</summary>
    /// <value>Defaults to none.</value>
    public CognitoSpec? Cognito { get; init; }

    /// <summary>What the load balancer does with the request of a client that is not authenticated.</summary>
    /// <value>Defaults to <c>authenticate</c>: they are sent to the identity provider.</value>
    public UnauthenticatedRequest OnUnauthenticatedRequest { get; init; } = UnauthenticatedRequest.Authenticate;

    /// <summary>OAuth 2.0 scopes that are requested, separated by spaces.</summary>
    /// <value>Defaults to <c>openid</c>.</value>
    public string? Scope { get; init; }

    /// <summary>Name of the session cookie.</summary>
    /// <value>Defaults to <c>AWSELBAuthSessionCookie</c>.</value>
    public string? SessionCookieName { get; init; }

    /// <summary>How long an authenticated session lasts, 1 to 604800 seconds.</summary>
    /// <value>Defaults to 604800 seconds, 7 days.</value>
    public int? SessionTimeout { get; init; }

    /// <summary>Further query parameters of the request to the authorization endpoint, at most 10.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
