using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of the validation of JSON Web Tokens.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_JwtValidationActionConfig.html"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_JwtValidationActionAdditionalClaim.html"/>
internal static class JwtLimits
{
    private const int Longest = 256;
    private const int MostClaims = 10;
    private const int MostValues = 10;

    private static readonly string[] s_alwaysValidated = ["exp", "iss", "nbf", "iat"];

    /// <summary>The issuer of a token, 1 to 256 characters.</summary>
    [Length(1, Longest)]
    public static string? Issuer(string value) => Limit.Length(value, 1, Longest);

    /// <summary>The URL of a key set: absolute, with <c>https</c>, at most 256 characters.</summary>
    [Pattern(ActionLimits.HttpsUrlRegex, IsPartial = true)]
    [Length(1, Longest)]
    public static string? JwksEndpoint(string value) => ActionLimits.OidcEndpoint(value) ?? Limit.Length(value, 1, Longest);

    /// <summary>Further claims, at most 10.</summary>
    [Entries(0, MostClaims)]
    public static string? Claims(int count) => Limit.Entries(count, 0, MostClaims);

    /// <summary>The name of a further claim: none that is validated always.</summary>
    [Pattern(@"^(?!(exp|iss|nbf|iat)\z)")]
    public static string? ClaimName(string value) =>
        s_alwaysValidated.Contains(value) ? $"must be left out, because it is validated always, got '{value}'" : null;

    /// <summary>The values of a claim, 1 to 10.</summary>
    [Entries(1, MostValues)]
    public static string? ClaimValues(int count) => Limit.Entries(count, 1, MostValues);

    /// <summary>A value of a claim, 1 to 256 characters, without spaces where spaces separate values.</summary>
    [Length(1, Longest)]
    public static string? ClaimValue(string value, JwtClaimFormat format) =>
        format == JwtClaimFormat.SpaceSeparatedValues && !Limit.IsToken(value) && value.Contains(' ', StringComparison.Ordinal)
            ? $"must have no spaces in format '{format.Word()}', got '{value}'"
            : Limit.Length(value, 1, Longest);

    /// <summary>Log-in and validation of a token: one of the two.</summary>
    public static string? Beside(bool authenticates) => authenticates ? "must be left out beside 'authenticate': a client is known by one of the two" : null;
}
