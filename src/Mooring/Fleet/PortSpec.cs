using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines a port of the targets.</summary>
public sealed record PortSpec
{
    /// <summary>Protocol of the allowed traffic.</summary>
    /// <value>Defaults to <c>TCP</c>.</value>
    public NetworkingProtocol? Protocol { get; init; }

    /// <summary>The port: of a node its number, of a pod its number or name.</summary>
    /// <value>Defaults to all ports.</value>
    public ServicePort? Port { get; init; }
}
