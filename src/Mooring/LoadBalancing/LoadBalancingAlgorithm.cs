using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>How a load balancer chooses among the targets of a target group.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#modify-routing-algorithm"/>
public enum LoadBalancingAlgorithm
{
    /// <summary>One after the other.</summary>
    [JsonStringEnumMemberName("round_robin")]
    RoundRobin,

    /// <summary>The one with the fewest requests in progress.</summary>
    [JsonStringEnumMemberName("least_outstanding_requests")]
    LeastOutstandingRequests,

    /// <summary>At random, evenly.</summary>
    [JsonStringEnumMemberName("weighted_random")]
    WeightedRandom,
}
