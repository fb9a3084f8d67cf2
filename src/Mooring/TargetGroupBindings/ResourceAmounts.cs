namespace Mooring.TargetGroupBindings;

/// <summary>Amounts of CPU and memory, as Kubernetes quantities.</summary>
/// <seealso href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"/>
public sealed record ResourceAmounts
{
    /// <summary>CPU, such as <c>100m</c>, a tenth of a core.</summary>
    /// <value>Defaults to none.</value>
    public string? Cpu { get; init; }

    /// <summary>Memory, such as <c>256Mi</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Memory { get; init; }
}
