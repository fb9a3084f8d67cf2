namespace Mooring.Fleet;

/// <summary>Defines traffic that may reach the targets: from each of its peers to each of its ports.</summary>
public sealed record IngressSpec
{
    /// <summary>Sources that may reach the targets.</summary>
    /// <value>Defaults to the load balancer; a binding without one must name a source.</value>
    public IReadOnlyList<PeerSpec> From { get; init; } = [];

    /// <summary>The ports that they may reach.</summary>
    /// <value>Defaults to all TCP ports.</value>
    public IReadOnlyList<PortSpec> Ports { get; init; } = [];
}
