using System.Globalization;
using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the actions of a listener or a rule.</summary>
/// <param name="targetGroups">Names of the target groups in the file, by their ARNs.</param>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html"/>
internal sealed class ActionDeclaration(IReadOnlyDictionary<string, string> targetGroups)
{
    private const string Forward = "forward";
    private const string Redirect = "redirect";
    private const string FixedResponse = "fixed-response";
    private const string Oidc = "authenticate-oidc";
    private const string Cognito = "authenticate-cognito";
    private const string Jwt = "jwt-validation";

    /// <summary>Why a fleet file cannot say the actions; <see langword="null"/> where it can.</summary>
    public string? ObstacleOf(IReadOnlyList<JsonElement> actions) =>
        InOrder(actions) is var ordered && ordered.FirstOrDefault(action => TypeOf(action) == Oidc).ValueKind != JsonValueKind.Undefined
            ? "it authenticates with an identity provider, and AWS does not tell the client's secret: add it by hand, with 'authenticate.oidc'"
        : ordered.Select(TypeOf).ToArray() is var types && types is not ([Forward] or [Redirect] or [FixedResponse] or [Cognito, Forward] or [Jwt, Forward])
            ? $"a fleet file has no key for the actions {string.Join(", ", types)}"
        : TargetGroupsOf(ordered[^1]).FirstOrDefault(group => !targetGroups.ContainsKey(group.Arn)).Arn is { } missing
            ? $"it forwards to a target group that is not in this file, {missing}"
        : null;

    /// <summary>Declares them.</summary>
    public ActionSpec Of(IReadOnlyList<JsonElement> actions)
    {
        var ordered = InOrder(actions);
        var last = ordered[^1];
        return TypeOf(last) switch
        {
            Redirect => new() { Redirect = RedirectOf(last.Object("RedirectConfig")) },
            FixedResponse => new() { FixedResponse = ResponseOf(last.Object("FixedResponseConfig")) },
            _ => new()
            {
                Forward = new ForwardSpec
                {
                    TargetGroups =
                    [
                        .. TargetGroupsOf(last).Select(group => new ForwardTargetGroupSpec { TargetGroup = targetGroups[group.Arn], Weight = group.Weight }),
                    ],
                    Stickiness = StickinessOf(last),
                    Authenticate = TypeOf(ordered[0]) == Cognito ? CognitoOf(ordered[0].Object("AuthenticateCognitoConfig")) : null,
                    JwtValidation = TypeOf(ordered[0]) == Jwt ? JwtOf(ordered[0].Object("JwtValidationConfig")) : null,
                },
            },
        };
    }

    /// <summary>The target groups of a forward. A simple one has its target group besides, and in old answers only there.</summary>
    public static IReadOnlyList<(string Arn, int Weight)> TargetGroupsOf(JsonElement action) =>
        action.Object("ForwardConfig").Items("TargetGroups") is { Count: > 0 } groups
            ? [.. groups.Select(group => (group.Required("TargetGroupArn"), group.Number("Weight") ?? 1))]
        : action.Text("TargetGroupArn") is { } arn ? [(arn, 1)]
        : [];

    /// <summary>The actions in the order in which they are done.</summary>
    public static IReadOnlyList<JsonElement> InOrder(IReadOnlyList<JsonElement> actions) => [.. actions.OrderBy(action => action.Number("Order") ?? 0)];

    private static string TypeOf(JsonElement action) => action.Required("Type");

    private static int? StickinessOf(JsonElement forward) =>
        forward.Object("ForwardConfig").Object("TargetGroupStickinessConfig") is var stickiness && stickiness.Flag("Enabled")
            ? stickiness.Number("DurationSeconds")
            : null;

    private static RedirectSpec RedirectOf(JsonElement redirect) =>
        new()
        {
            Protocol = redirect.Text("Protocol") switch
            {
                "HTTP" => ListenerProtocol.Http,
                "HTTPS" => ListenerProtocol.Https,
                _ => null,
            },
            Port = redirect.Number("Port"),
            Host = Unless("#{host}", redirect.Text("Host")),
            Path = Unless("/#{path}", redirect.Text("Path")),
            Query = Unless("#{query}", redirect.Text("Query")),
            StatusCode = redirect.Text("StatusCode") == "HTTP_302" ? 302 : 301,
        };

    /// <summary>A part of the URL that is not the request's.</summary>
    private static string? Unless(string ofRequest, string? given) => given == ofRequest ? null : given;

    private static FixedResponseSpec ResponseOf(JsonElement response) =>
        new()
        {
            StatusCode = int.Parse(response.Required("StatusCode"), CultureInfo.InvariantCulture),
            ContentType = response.Text("ContentType") ?? "text/plain",
            Body = response.Text("MessageBody"),
        };

    private static JwtValidationSpec JwtOf(JsonElement jwt) =>
        new()
        {
            Issuer = jwt.Required("Issuer"),
            JwksEndpoint = jwt.Required("JwksEndpoint"),
            AdditionalClaims =
            [
                .. jwt.Items("AdditionalClaims")
                    .Select(claim => new JwtClaimSpec
                    {
                        Name = claim.Required("Name"),
                        Format = TargetGroupDeclaration.Word<JwtClaimFormat>(claim.Text("Format")),
                        Values = claim.Texts("Values"),
                    }),
            ],
        };

    private static AuthenticateSpec CognitoOf(JsonElement cognito) =>
        new()
        {
            Cognito = new CognitoSpec
            {
                UserPool = cognito.Required("UserPoolArn"),
                UserPoolClientId = cognito.Required("UserPoolClientId"),
                UserPoolDomain = cognito.Required("UserPoolDomain"),
            },
            OnUnauthenticatedRequest = cognito.Text("OnUnauthenticatedRequest") switch
            {
                "allow" => UnauthenticatedRequest.Allow,
                "deny" => UnauthenticatedRequest.Deny,
                _ => UnauthenticatedRequest.Authenticate,
            },
            Scope = Unless("openid", cognito.Text("Scope")),
            SessionCookieName = Unless("AWSELBAuthSessionCookie", cognito.Text("SessionCookieName")),
            SessionTimeout = cognito.Number("SessionTimeout") is { } seconds and not 604_800 ? seconds : null,
            RequestParameters = cognito.Map("AuthenticationRequestExtraParams"),
        };
}
