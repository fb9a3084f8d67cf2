using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of the actions of listeners and rules.</summary>
/// <seealso cref="Limit"/>
internal static partial class ActionLimits
{
    private const int MostTargetGroups = 5;
    private const int HighestWeight = 999;
    private const int LongestStickiness = 604_800;
    private const int LongestPartOfUrl = 128;
    private const int LongestBody = 1024;
    private const int MostParameters = 10;
    private const int Permanently = 301;
    private const int Temporarily = 302;

    private const string PlainText = "text/plain";
    private const string Css = "text/css";
    private const string Html = "text/html";
    private const string JavaScript = "application/javascript";
    private const string Json = "application/json";

    /// <summary>What every URL of an endpoint matches.</summary>
    public const string HttpsUrlRegex = @"^https://[!-~]+\z";

    private const string UserPoolDomainRegex = @"^[0-9a-z]([0-9a-z.-]{0,251}[0-9a-z])?\z";

    /// <summary>How many target groups one forward can name, 1 to 5.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    [Entries(1, MostTargetGroups)]
    public static string? ForwardTargetGroups(int count) => Limit.Entries(count, 1, MostTargetGroups);

    /// <summary>The weight of a target group in a forward, 0 to 999.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html"/>
    [Bounds(0, HighestWeight)]
    public static string? Weight(int value) => Limit.Between(value, 0, HighestWeight);

    /// <summary>The weights of a forward: not all of them 0.</summary>
    public static string? Weights(IReadOnlyCollection<int> values) =>
        values.Count > 0 && values.All(weight => weight == 0) ? "must not all have weight 0: no target group would get a request" : null;

    /// <summary>How long a client stays with the target group a forward chose for it, 1 second to 7 days.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html"/>
    [Bounds(1, LongestStickiness)]
    public static string? Stickiness(int seconds) => Limit.Seconds(seconds, 1, LongestStickiness);

    /// <summary>The HTTP status of a redirect, 301 or 302.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    [Values(Permanently, Temporarily)]
    public static string? RedirectStatus(int value) =>
        value is Permanently or Temporarily ? null : string.Create(CultureInfo.InvariantCulture, $"must be {Permanently} or {Temporarily}, got {value}");

    /// <summary>What a redirect changes: at least one of protocol, port, host and path, or it would lead to itself.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    public static string? Redirect(ListenerProtocol? protocol, int? port, string? host, string? path) =>
        (protocol, port, host, path) is (null, null, null, null) ? "must change one of protocol, port, host and path" : null;

    /// <summary>The protocol of a redirect: from HTTPS it leads to HTTPS only.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    public static string? RedirectProtocol(ListenerProtocol? from, ListenerProtocol? to) =>
        (from, to) is (ListenerProtocol.Https, ListenerProtocol.Http) ? "must not be HTTP in a listener of protocol HTTPS: AWS redirects to HTTPS only" : null;

    /// <summary>The host of a redirect, 1 to 128 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    [Length(1, LongestPartOfUrl)]
    public static string? RedirectHost(string? value) => value is null ? null : Limit.Length(value, 1, LongestPartOfUrl);

    /// <summary>The path of a redirect, 1 to 128 characters beginning with <c>/</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    [Pattern("^/")]
    [Length(1, LongestPartOfUrl)]
    public static string? RedirectPath(string? value) =>
        value is null || Limit.IsToken(value) ? null
        : !value.StartsWith('/') ? $"must begin with '/', got '{value}'"
        : Limit.Length(value, 1, LongestPartOfUrl);

    /// <summary>The query of a redirect, at most 128 characters, without the question mark.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    [Pattern(@"^(?!\?)")]
    [Length(0, LongestPartOfUrl)]
    public static string? RedirectQuery(string? value) =>
        value is null || Limit.IsToken(value) ? null
        : value.StartsWith('?') ? $"must not begin with '?', which AWS adds, got '{value}'"
        : Limit.Length(value, 0, LongestPartOfUrl);

    /// <summary>The HTTP status of a fixed response, 2xx, 4xx or 5xx.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html"/>
    [Bounds(200, 299)]
    [Bounds(400, 599)]
    public static string? FixedResponseStatus(int value) =>
        value is (>= 200 and < 300) or (>= 400 and < 600)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must be a status of 2xx, 4xx or 5xx, got {value}");

    /// <summary>The media type of a fixed response, one of five.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html"/>
    [Values(PlainText, Css, Html, JavaScript, Json)]
    public static string? FixedResponseContentType(string value) => Limit.OneOf(value, PlainText, Css, Html, JavaScript, Json);

    /// <summary>The body of a fixed response, at most 1024 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html"/>
    [Length(0, LongestBody)]
    public static string? FixedResponseBody(string? value) => value is null ? null : Limit.Length(value, 0, LongestBody);

    /// <summary>Authentication: only HTTPS listeners have it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
    public static string? Authentication(ListenerProtocol? protocol) =>
        protocol == ListenerProtocol.Http ? "must be left out for protocol HTTP: AWS authenticates on HTTPS listeners only" : null;

    /// <summary>How long an authenticated session lasts, 1 second to 7 days.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html"/>
    [Bounds(1, LongestStickiness)]
    public static string? SessionTimeout(int seconds) => Limit.Seconds(seconds, 1, LongestStickiness);

    /// <summary>Further parameters of the request to the authorization endpoint, at most 10.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html"/>
    [Entries(0, MostParameters)]
    public static string? RequestParameters(int count) => Limit.Entries(count, 0, MostParameters);

    /// <summary>An endpoint of an identity provider: an absolute URL with <c>https</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html"/>
    [Pattern(HttpsUrlRegex, IsPartial = true)]
    public static string? OidcEndpoint(string value) =>
        // Uri alone takes a URL with spaces or line breaks around it.
        Limit.IsToken(value) || (HttpsUrlPattern().IsMatch(value) && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            ? null
            : $"must be a URL that begins with 'https://', without spaces, got '{value}'";

    /// <summary>The domain of a Cognito user pool: its prefix, or a custom domain.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html"/>
    [Pattern(UserPoolDomainRegex)]
    public static string? UserPoolDomain(string value) =>
        Limit.IsToken(value) || UserPoolDomainPattern().IsMatch(value)
            ? null
            : $"must be the prefix or the host name of a user pool's domain, without 'https://', got '{value}'";

    [GeneratedRegex(HttpsUrlRegex)]
    private static partial Regex HttpsUrlPattern();

    [GeneratedRegex(UserPoolDomainRegex)]
    private static partial Regex UserPoolDomainPattern();
}
