using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>What the load balancer does with the request of a client that is not authenticated.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
public enum UnauthenticatedRequest
{
    /// <summary>The client is redirected to the identity provider.</summary>
    [JsonStringEnumMemberName("authenticate")]
    Authenticate,

    /// <summary>The request is forwarded without authentication.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,

    /// <summary>The client gets HTTP 401.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,
}
