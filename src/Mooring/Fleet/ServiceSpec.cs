using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines which Kubernetes Service takes a binding's traffic.</summary>
public sealed record ServiceSpec
{
    /// <summary>Namespace of the Service; it must exist in the cluster before the binding does, or <see cref="CreateNamespace"/> creates it.</summary>
    public required string Namespace { get; init; }

    /// <summary>
    /// Whether the namespace is created where it is missing. One that exists stays as it is, and none is ever deleted: not with the binding, not with the
    /// cluster's stack, and not when this is taken back.
    /// </summary>
    /// <value>Defaults to <c>false</c>: a missing namespace is reported, and nothing is installed.</value>
    public bool CreateNamespace { get; init; }

    /// <summary>Name of the Service.</summary>
    public required string Name { get; init; }

    /// <summary>Port of the Service, as a number from 1 to 65535 or by its name.</summary>
    public required ServicePort Port { get; init; }

    /// <summary>Port on which its pods listen, 1 to 65535. Target type <c>ip</c> needs it: load balancers reach the pods there.</summary>
    /// <value>Defaults to none; not used with target type <c>instance</c>.</value>
    public int? TargetPort { get; init; }
}
