namespace Mooring.TargetGroupBindings;

/// <summary>CPU and memory of a container.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"/>
public sealed record ContainerResources
{
    /// <summary>What the scheduler reserves.</summary>
    /// <value>Defaults to none.</value>
    public ResourceAmounts Requests { get; init; } = new();

    /// <summary>What the container may use at most. A container that uses more memory is killed.</summary>
    /// <value>Defaults to none.</value>
    public ResourceAmounts Limits { get; init; } = new();
}
