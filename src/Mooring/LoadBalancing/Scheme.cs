using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>
/// Who can reach a load balancer
/// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme">scheme</see>).
/// </summary>
public enum Scheme
{
    /// <summary>Clients in the VPC and in networks connected to it.</summary>
    [JsonStringEnumMemberName("internal")]
    Internal,

    /// <summary>Clients on the internet.</summary>
    [JsonStringEnumMemberName("internet-facing")]
    InternetFacing,
}
