namespace Mooring.Fleet;

/// <summary>
/// Defines a binding: a Service of this cluster takes traffic from a load balancer, through a target group of its own.
/// </summary>
public sealed record BindingSpec
{
    /// <summary>Name of the load balancer.</summary>
    public required string LoadBalancer { get; init; }

    /// <summary>Name of the binding, unique in its cluster.</summary>
    /// <value>Defaults to the load balancer's name.</value>
    public string? Name { get; init; }

    /// <summary>The Service.</summary>
    public required ServiceSpec Service { get; init; }

    /// <summary>
    /// Name of one of the load balancer's own <c>targetGroups</c>, which takes the place of <see cref="TargetGroup"/>.
    /// </summary>
    /// <value>Defaults to none: the binding has a target group of its own.</value>
    public string? TargetGroupRef { get; init; }

    /// <summary>The target group.</summary>
    /// <value>Defaults to nodes, over HTTP, with a health check that asks for <c>/</c>.</value>
    public TargetGroupSpec TargetGroup { get; init; } = new();

    /// <summary><see cref="Name"/>, or what it defaults to.</summary>
    internal string EffectiveName => Name ?? LoadBalancer;
}
