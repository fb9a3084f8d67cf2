using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>Where an IAM OIDC provider is from. IAM has one for each issuer.</summary>
public enum OidcProviderSource
{
    /// <summary>It is created.</summary>
    [JsonStringEnumMemberName("create")]
    Create,

    /// <summary>It already exists and is looked up.</summary>
    [JsonStringEnumMemberName("existing")]
    Existing,
}
