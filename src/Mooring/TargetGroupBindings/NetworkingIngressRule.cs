namespace Mooring.TargetGroupBindings;

/// <summary>Traffic that may reach the targets: from each of its peers to each of its ports.</summary>
public sealed record NetworkingIngressRule
{
    /// <summary>Sources that may reach the targets, at least one.</summary>
    public required IReadOnlyList<NetworkingPeer> From { get; init; }

    /// <summary>The ports that they may reach.</summary>
    /// <value>Defaults to all TCP ports.</value>
    public IReadOnlyList<NetworkingPort> Ports { get; init; } = [];
}
