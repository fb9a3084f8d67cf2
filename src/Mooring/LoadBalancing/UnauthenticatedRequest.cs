using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>What is done with a request of somebody who has not logged in.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
public enum UnauthenticatedRequest
{
    /// <summary>They are sent to the log-in.</summary>
    [JsonStringEnumMemberName("authenticate")]
    Authenticate,

    /// <summary>It is passed on all the same.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,

    /// <summary>It is answered with HTTP 401.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,
}
