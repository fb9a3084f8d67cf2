namespace Mooring.TargetGroupBindings;

/// <summary>Traffic that may reach the targets: from each of its peers to each of its ports.</summary>
public sealed record NetworkingIngressRule
{
    /// <summary>Sources that may reach the targets, at least one.</summary>
    public required IReadOnlyList<NetworkingPeer> From { get; init; }

    /// <summary>The ports that they may reach.</summary>
    /// <value>
    /// Defaults to none. The controllers 2.9.2 and 3.5.0 then open no port, although the custom resource definition documents all TCP ports; an
    /// entry with only the protocol <c>TCP</c> opens them all.
    /// </value>
    public IReadOnlyList<NetworkingPort> Ports { get; init; } = [];
}
