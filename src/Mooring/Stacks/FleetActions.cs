using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsSecretsmanagerSecretVersion;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>Converts the actions of a fleet's listeners and rules to those of the constructs.</summary>
internal sealed partial class FleetActions(LoadBalancerStack stack, LoadBalancerTargetGroups targetGroups)
{
    private const string SecretId = "ClientSecret";

    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private Construct? _secretScope;

    /// <summary>The action of a listener or a rule.</summary>
    public ListenerAction Of(IActionSpec spec) =>
        spec switch
        {
            { Forward: { } forward } => new ForwardAction
            {
                TargetGroups =
                [
                    .. forward.TargetGroups.Select(target => new WeightedTargetGroup { TargetGroup = targetGroups.Of(target), Weight = target.Weight }),
                ],
                Stickiness = FleetStack.ToSeconds(forward.Stickiness),
                Authentication = forward.Authenticate is { } authenticate ? ToAuthentication(authenticate) : null,
                JwtValidation = forward.JwtValidation is { } validation ? ToValidation(validation) : null,
            },
            { Redirect: { } redirect } => new RedirectAction
            {
                Protocol = redirect.Protocol,
                Port = redirect.Port,
                Host = redirect.Host,
                Path = redirect.Path,
                Query = redirect.Query,
                StatusCode = redirect.StatusCode,
            },
            { FixedResponse: { } response } => new FixedResponseAction
            {
                StatusCode = response.StatusCode,
                ContentType = response.ContentType,
                Body = response.Body,
            },
            _ => throw new ArgumentException("must have one of 'forward', 'redirect' and 'fixedResponse'", nameof(spec)),
        };

    private Authentication ToAuthentication(AuthenticateSpec spec)
    {
        Authentication kind = spec switch
        {
            { Oidc: { } oidc } => ToOidc(oidc),
            { Cognito: { } cognito } => new CognitoAuthentication
            {
                UserPoolArn = cognito.UserPool,
                UserPoolClientId = cognito.UserPoolClientId,
                UserPoolDomain = cognito.UserPoolDomain,
            },
            _ => throw new ArgumentException("must have one of 'oidc' and 'cognito'", nameof(spec)),
        };

        return kind with
        {
            OnUnauthenticatedRequest = spec.OnUnauthenticatedRequest,
            Scope = spec.Scope,
            SessionCookieName = spec.SessionCookieName,
            SessionTimeout = FleetStack.ToSeconds(spec.SessionTimeout),
            RequestParameters = spec.RequestParameters,
        };
    }

    private static JwtValidation ToValidation(JwtValidationSpec spec) =>
        new()
        {
            Issuer = spec.Issuer,
            JwksEndpoint = spec.JwksEndpoint,
            AdditionalClaims =
            [
                .. spec.AdditionalClaims.Select(claim => new JwtClaim
                {
                    Name = claim.Name,
                    Format = claim.Format,
                    Values = claim.Values,
                }),
            ],
        };

    private OidcAuthentication ToOidc(OidcSpec spec) =>
        new()
        {
            Issuer = spec.Issuer,
            AuthorizationEndpoint = spec.AuthorizationEndpoint,
            TokenEndpoint = spec.TokenEndpoint,
            UserInfoEndpoint = spec.UserInfoEndpoint,
            ClientId = spec.ClientId,
            ClientSecret = SecretOf(spec.ClientSecretId),
        };

    /// <summary>The value of a secret, which Terraform reads once for all rules.</summary>
    private string SecretOf(string secretId)
    {
        if (!_secrets.TryGetValue(secretId, out var secret))
        {
            // CDKTF leaves other characters out of an address, so that two secrets could have one. Below a scope it adds a hash.
            var isPlain = PlainId().IsMatch(secretId);
            secret = new DataAwsSecretsmanagerSecretVersion(
                isPlain ? stack : _secretScope ??= new Construct(stack, SecretId),
                isPlain ? $"{SecretId}-{secretId}" : secretId,
                new DataAwsSecretsmanagerSecretVersionConfig { SecretId = secretId }
            ).SecretString;
            _secrets.Add(secretId, secret);
        }

        return secret;
    }

    [GeneratedRegex(@"^[0-9A-Za-z_/-]+\z")]
    private static partial Regex PlainId();
}
