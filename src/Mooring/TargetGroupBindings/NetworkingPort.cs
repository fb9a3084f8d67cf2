namespace Mooring.TargetGroupBindings;

/// <summary>A port of the targets that a <see cref="NetworkingIngressRule"/> opens.</summary>
public sealed record NetworkingPort
{
    /// <summary>Protocol of the allowed traffic.</summary>
    /// <value>Defaults to TCP, the controller's default.</value>
    public NetworkingProtocol? Protocol { get; init; }

    /// <summary>
    /// The port: of a node its number, with target type <c>instance</c>; of a pod its number or name, with target type <c>ip</c>.
    /// </summary>
    /// <value>Defaults to all ports.</value>
    public ServicePort? Port { get; init; }
}
