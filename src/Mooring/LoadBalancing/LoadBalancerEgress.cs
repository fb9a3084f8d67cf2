using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>Where a load balancer's own security group lets it connect to.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"/>
public enum LoadBalancerEgress
{
    /// <summary>To every port.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>To the ports of its targets and of their health checks, and to identity providers where listeners authenticate clients.</summary>
    [JsonStringEnumMemberName("targets")]
    Targets,
}
