using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>An action, as Terraform's provider reads it when it imports a listener or a rule.</summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/listener.go"/>
internal static class ActionAsRead
{
    /// <summary>The actions.</summary>
    public static Value Of(IReadOnlyList<JsonElement> actions) => Value.List(ActionDeclaration.InOrder(actions).Select(Of));

    private static Value Of(JsonElement action) =>
        Value.Object([
            new("type", action.Text("Type")),
            .. action.Number("Order") is { } order ? [KeyValuePair.Create("order", (Value)order)] : Array.Empty<KeyValuePair<string, Value>>(),
            // The provider cannot know whether the configuration has a forward or a target group, and takes both from the answer.
            new("target_group_arn", ReadValues.TextUnlessEmpty(action.Text("TargetGroupArn"))),
            new("forward", ForwardOf(action)),
            new("redirect", ReadValues.BlockOf(action.Object("RedirectConfig"), RedirectOf)),
            new("fixed_response", ReadValues.BlockOf(action.Object("FixedResponseConfig"), ResponseOf)),
            new("jwt_validation", ReadValues.BlockOf(action.Object("JwtValidationConfig"), JwtOf)),
            new("authenticate_cognito", ReadValues.BlockOf(action.Object("AuthenticateCognitoConfig"), CognitoOf)),
        ]);

    private static Value ForwardOf(JsonElement action)
    {
        if (ActionDeclaration.TargetGroupsOf(action) is not { Count: > 0 } groups)
        {
            return Value.List();
        }

        var stickiness = action.Object("ForwardConfig").Object("TargetGroupStickinessConfig");
        return ReadValues.Block([
            new("target_group", Value.List(groups.Select(group => Value.Object([new("arn", group.Arn), new("weight", group.Weight)])))),
            new("stickiness", ReadValues.Block([new("enabled", stickiness.Flag("Enabled")), new("duration", stickiness.Number("DurationSeconds") ?? 0)])),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, Value>> RedirectOf(JsonElement redirect) =>
        [
            new("protocol", redirect.Text("Protocol")),
            new("port", redirect.Text("Port")),
            new("host", redirect.Text("Host")),
            new("path", redirect.Text("Path")),
            new("query", redirect.Text("Query")),
            new("status_code", redirect.Text("StatusCode")),
        ];

    private static IEnumerable<KeyValuePair<string, Value>> ResponseOf(JsonElement response) =>
        [
            new("content_type", response.Text("ContentType")),
            new("message_body", ReadValues.TextUnlessEmpty(response.Text("MessageBody"))),
            new("status_code", response.Text("StatusCode")),
        ];

    private static IEnumerable<KeyValuePair<string, Value>> JwtOf(JsonElement jwt) =>
        [
            new("issuer", jwt.Text("Issuer")),
            new("jwks_endpoint", jwt.Text("JwksEndpoint")),
            new(
                "additional_claim",
                Value.List(
                    jwt.Items("AdditionalClaims")
                        .Select(claim =>
                            Value.Object([
                                new("name", claim.Text("Name")),
                                new("format", claim.Text("Format")),
                                new("values", ReadValues.Texts(claim.Texts("Values"))),
                            ])
                        )
                )
            ),
        ];

    /// <summary>AWS answers with its defaults; emulators leave them out.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> CognitoOf(JsonElement cognito)
    {
        var parameters = cognito.Map("AuthenticationRequestExtraParams").Select(entry => KeyValuePair.Create(entry.Key, (Value)entry.Value)).ToArray();
        return
        [
            new("user_pool_arn", cognito.Text("UserPoolArn")),
            new("user_pool_client_id", cognito.Text("UserPoolClientId")),
            new("user_pool_domain", cognito.Text("UserPoolDomain")),
            new("on_unauthenticated_request", cognito.Text("OnUnauthenticatedRequest") ?? "authenticate"),
            new("scope", cognito.Text("Scope") ?? "openid"),
            new("session_cookie_name", cognito.Text("SessionCookieName") ?? "AWSELBAuthSessionCookie"),
            new("session_timeout", cognito.Number("SessionTimeout") ?? 604_800),
            new("authentication_request_extra_params", parameters.Length > 0 ? Value.Object(parameters) : Value.Null),
        ];
    }
}
