using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>
/// What is registered in a target group
/// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-type">target type</see>).
/// </summary>
public enum TargetType
{
    /// <summary>Nodes, reached on the node port of a Service.</summary>
    [JsonStringEnumMemberName("instance")]
    Instance,

    /// <summary>Pods, reached on their own address and port.</summary>
    [JsonStringEnumMemberName("ip")]
    Ip,
}
