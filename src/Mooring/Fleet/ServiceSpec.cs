using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines which Kubernetes Service takes a binding's traffic.</summary>
public sealed record ServiceSpec
{
    /// <summary>Namespace of the Service; it must exist in the cluster before the binding does.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Service.</summary>
    public required string Name { get; init; }

    /// <summary>Port of the Service, as a number from 1 to 65535 or by its name.</summary>
    public required ServicePort Port { get; init; }

    /// <summary>Port on which its pods listen, 1 to 65535. Target type <c>ip</c> needs it: load balancers reach the pods there.</summary>
    /// <value>Defaults to none; not used with target type <c>instance</c>.</value>
    public int? TargetPort { get; init; }
}
