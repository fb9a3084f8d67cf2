namespace Mooring.StandIns.Clusters;

/// <summary>A rule that a controller made in a security group, for the <c>networking</c> of its bindings.</summary>
/// <param name="SecurityGroupId">The security group of the cluster's nodes.</param>
/// <param name="Protocol">The protocol: <c>tcp</c> or <c>udp</c>.</param>
/// <param name="FromPort">The lowest port.</param>
/// <param name="ToPort">The highest port.</param>
/// <param name="Source">A CIDR block, or the id of a security group.</param>
public sealed record IngressRule(string SecurityGroupId, string Protocol, int FromPort, int ToPort, string Source)
{
    /// <summary>Whether the source is a security group. The controller joins only the ports of such rules.</summary>
    internal bool IsFromGroup => !Source.Contains('/', StringComparison.Ordinal);
}
