namespace Mooring.LoadBalancing;

/// <summary>
/// A log-in in front of a forward: <see cref="OidcAuthentication"/> or <see cref="CognitoAuthentication"/>. Only listeners of
/// protocol HTTPS have one.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
public abstract record Authentication
{
    // The kinds are ELB's; nobody else adds one.
    private protected Authentication() { }

    /// <summary>What is done with a request of somebody who has not logged in.</summary>
    /// <value>Defaults to <see cref="UnauthenticatedRequest.Authenticate"/>.</value>
    public UnauthenticatedRequest OnUnauthenticatedRequest { get; init; } = UnauthenticatedRequest.Authenticate;

    /// <summary>OAuth 2.0 scopes that are requested, separated by spaces.</summary>
    /// <value>Defaults to <c>openid</c>.</value>
    public string? Scope { get; init; }

    /// <summary>Name of the cookie that keeps the session.</summary>
    /// <value>Defaults to <c>AWSELBAuthSessionCookie</c>.</value>
    public string? SessionCookieName { get; init; }

    /// <summary>How long an authenticated session lasts, 1 second to 7 days.</summary>
    /// <value>Defaults to 7 days.</value>
    public TimeSpan? SessionTimeout { get; init; }

    /// <summary>Further query parameters of the request to the authorization endpoint, at most 10.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = new Dictionary<string, string>();
}
