using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>What a load balancer does with the <c>X-Forwarded-For</c> header of a request.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html"/>
public enum XForwardedForMode
{
    /// <summary>Adds the client's address at the end.</summary>
    [JsonStringEnumMemberName("append")]
    Append,

    /// <summary>Passes it on as it is.</summary>
    [JsonStringEnumMemberName("preserve")]
    Preserve,

    /// <summary>Takes it away.</summary>
    [JsonStringEnumMemberName("remove")]
    Remove,
}
