namespace Mooring.LoadBalancing;

/// <summary>
/// Authentication of the clients of a forward: <see cref="OidcAuthentication"/> or <see cref="CognitoAuthentication"/>. Only listeners of protocol
/// HTTPS have one.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
public abstract record Authentication
{
    // Elastic Load Balancing defines the kinds; no other can be derived.
    private protected Authentication() { }

    /// <summary>What the load balancer does with the request of a client that is not authenticated.</summary>
    /// <value>Defaults to <see cref="UnauthenticatedRequest.Authenticate"/>.</value>
    public UnauthenticatedRequest OnUnauthenticatedRequest { get; init; } = UnauthenticatedRequest.Authenticate;

    /// <summary>OAuth 2.0 scopes that are requested, separated by spaces.</summary>
    /// <value>Defaults to <c>openid</c>.</value>
    public string? Scope { get; init; }

    /// <summary>Name of the session cookie.</summary>
    /// <value>Defaults to <c>AWSELBAuthSessionCookie</c>.</value>
    public string? SessionCookieName { get; init; }

    /// <summary>How long an authenticated session lasts, 1 second to 7 days.</summary>
    /// <value>Defaults to 7 days.</value>
    public TimeSpan? SessionTimeout { get; init; }

    /// <summary>Further query parameters of the request to the authorization endpoint, at most 10.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = new Dictionary<string, string>();
}
