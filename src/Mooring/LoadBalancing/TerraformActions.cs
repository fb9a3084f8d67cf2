using System.Globalization;
using HashiCorp.Cdktf.Providers.Aws.LbListener;
using HashiCorp.Cdktf.Providers.Aws.LbListenerRule;

namespace Mooring.LoadBalancing;

/// <summary>
/// Actions as Terraform's blocks. A listener and a rule have the same ones, which the AWS provider's package declares twice,
/// under two sets of names: a rule's are written here, and a listener's are copied from them.
/// </summary>
internal static class TerraformActions
{
    // Terraform keeps the last value of each that is left out.
    private const string DefaultScope = "openid";
    private const string DefaultCookie = "AWSELBAuthSessionCookie";
    private const int DefaultSession = 604_800;

    // Stickiness must have a duration also while it is off; it is what the console sends.
    private const int DurationWhileDisabled = 3600;

    /// <summary>The <c>action</c> blocks of a rule.</summary>
    public static LbListenerRuleAction[] OfRule(ListenerAction action) =>
        action switch
        {
            ForwardAction { Authentication: { } authentication } forward => [Authenticate(authentication, order: 1), Forward(forward, order: 2)],
            ForwardAction { JwtValidation: { } validation } forward => [Validate(validation, order: 1), Forward(forward, order: 2)],
            ForwardAction forward => [Forward(forward)],
            RedirectAction redirect => [Redirect(redirect)],
            FixedResponseAction response => [FixedResponse(response)],
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "is not an action of a listener or a rule"),
        };

    /// <summary>The <c>default_action</c> blocks of a listener.</summary>
    public static LbListenerDefaultAction[] OfListener(ListenerAction action) => [.. OfRule(action).Select(StructCopy.To<LbListenerDefaultAction>)];

    private static LbListenerRuleAction Forward(ForwardAction action, int? order = null) =>
        new()
        {
            Type = "forward",
            Order = order,
            Forward = new LbListenerRuleActionForward
            {
                TargetGroup = action
                    .TargetGroups.Select(target => new LbListenerRuleActionForwardTargetGroup
                    {
                        Arn = target.TargetGroup.TargetGroupArn,
                        Weight = target.Weight,
                    })
                    .ToArray(),
                Stickiness = new LbListenerRuleActionForwardStickiness
                {
                    Enabled = action.Stickiness is not null,
                    Duration = action.Stickiness?.TotalSeconds ?? DurationWhileDisabled,
                },
            },
        };

    private static LbListenerRuleAction Redirect(RedirectAction action) =>
        new()
        {
            Type = "redirect",
            Redirect = new LbListenerRuleActionRedirect
            {
                StatusCode = string.Create(CultureInfo.InvariantCulture, $"HTTP_{action.StatusCode}"),
                Protocol = action.Protocol?.Word(),
                Port = action.Port?.ToString(CultureInfo.InvariantCulture),
                Host = action.Host,
                Path = action.Path,
                Query = action.Query,
            },
        };

    private static LbListenerRuleAction FixedResponse(FixedResponseAction action) =>
        new()
        {
            Type = "fixed-response",
            FixedResponse = new LbListenerRuleActionFixedResponse
            {
                StatusCode = action.StatusCode.ToString(CultureInfo.InvariantCulture),
                ContentType = action.ContentType,
                MessageBody = action.Body,
            },
        };

    private static LbListenerRuleAction Authenticate(Authentication authentication, int order) =>
        authentication switch
        {
            OidcAuthentication oidc => new()
            {
                Type = "authenticate-oidc",
                Order = order,
                AuthenticateOidc = Oidc(oidc),
            },
            CognitoAuthentication cognito => new()
            {
                Type = "authenticate-cognito",
                Order = order,
                AuthenticateCognito = Cognito(cognito),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "is no log-in"),
        };

    private static LbListenerRuleAction Validate(JwtValidation validation, int order) =>
        new()
        {
            Type = "jwt-validation",
            Order = order,
            JwtValidation = new LbListenerRuleActionJwtValidation
            {
                Issuer = validation.Issuer,
                JwksEndpoint = validation.JwksEndpoint,
                AdditionalClaim =
                    validation.AdditionalClaims.Count == 0
                        ? null
                        : validation
                            .AdditionalClaims.Select(claim => new LbListenerRuleActionJwtValidationAdditionalClaim
                            {
                                Name = claim.Name,
                                Format = claim.Format.Word(),
                                Values = [.. claim.Values],
                            })
                            .ToArray(),
            },
        };

    private static LbListenerRuleActionAuthenticateOidc Oidc(OidcAuthentication oidc) =>
        new()
        {
            Issuer = oidc.Issuer,
            AuthorizationEndpoint = oidc.AuthorizationEndpoint,
            TokenEndpoint = oidc.TokenEndpoint,
            UserInfoEndpoint = oidc.UserInfoEndpoint,
            ClientId = oidc.ClientId,
            ClientSecret = oidc.ClientSecret,
            OnUnauthenticatedRequest = oidc.OnUnauthenticatedRequest.Word(),
            Scope = oidc.Scope ?? DefaultScope,
            SessionCookieName = oidc.SessionCookieName ?? DefaultCookie,
            SessionTimeout = oidc.SessionTimeout?.TotalSeconds ?? DefaultSession,
            AuthenticationRequestExtraParams = ExtraParams(oidc),
        };

    private static LbListenerRuleActionAuthenticateCognito Cognito(CognitoAuthentication cognito) =>
        new()
        {
            UserPoolArn = cognito.UserPoolArn,
            UserPoolClientId = cognito.UserPoolClientId,
            UserPoolDomain = cognito.UserPoolDomain,
            OnUnauthenticatedRequest = cognito.OnUnauthenticatedRequest.Word(),
            Scope = cognito.Scope ?? DefaultScope,
            SessionCookieName = cognito.SessionCookieName ?? DefaultCookie,
            SessionTimeout = cognito.SessionTimeout?.TotalSeconds ?? DefaultSession,
            AuthenticationRequestExtraParams = ExtraParams(cognito),
        };

    private static Dictionary<string, string>? ExtraParams(Authentication authentication) =>
        authentication.RequestParameters.Count > 0 ? authentication.RequestParameters.ToDictionary() : null;
}
