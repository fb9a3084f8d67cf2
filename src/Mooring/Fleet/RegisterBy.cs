using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>Who registers a binding's targets: one or the other, or they would evict each other's.</summary>
public enum RegisterBy
{
    /// <summary>The AWS Load Balancer Controller, with a TargetGroupBinding.</summary>
    [JsonStringEnumMemberName("controller")]
    Controller,

    /// <summary>The Auto Scaling groups of self-managed node groups, as before there was a controller.</summary>
    [JsonStringEnumMemberName("autoscaling")]
    AutoScaling,
}
