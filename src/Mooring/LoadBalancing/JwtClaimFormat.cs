using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>How a claim of a JSON Web Token has its values.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_JwtValidationActionAdditionalClaim.html"/>
public enum JwtClaimFormat
{
    /// <summary>One text.</summary>
    [JsonStringEnumMemberName("single-string")]
    SingleString,

    /// <summary>An array of texts.</summary>
    [JsonStringEnumMemberName("string-array")]
    StringArray,

    /// <summary>One text with values between spaces.</summary>
    [JsonStringEnumMemberName("space-separated-values")]
    SpaceSeparatedValues,
}
