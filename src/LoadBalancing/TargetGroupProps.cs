namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="TargetGroup"/>.</summary>
public sealed record TargetGroupProps
{
    /// <summary>Name of the target group: 1 to 32 letters, digits and inner hyphens.</summary>
    /// <remarks>
    /// Let it change with <see cref="VpcId"/>, <see cref="TargetType"/>, <see cref="Protocol"/> and <see cref="Port"/>: AWS
    /// replaces the target group when one of them changes, and creates the new one while the old one still has its name.
    /// </remarks>
    public required string TargetGroupName { get; init; }

    /// <summary>Id of the VPC that its targets are in.</summary>
    public required string VpcId { get; init; }

    /// <summary>What is registered: nodes or pods.</summary>
    /// <value>Defaults to <see cref="TargetType.Instance"/>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Protocol the load balancer speaks to the targets.</summary>
    /// <value>Defaults to <see cref="TargetGroupProtocol.Http"/>.</value>
    public TargetGroupProtocol Protocol { get; init; } = TargetGroupProtocol.Http;

    /// <summary>Port of a target for which none is given, 1 to 65535.</summary>
    /// <value>Defaults to 80.</value>
    public int Port { get; init; } = 80;

    /// <summary>How the load balancer finds out whether a target is healthy.</summary>
    /// <value>Defaults to <c>200</c> on <c>/</c>.</value>
    public HealthCheck HealthCheck { get; init; } = new();
}
