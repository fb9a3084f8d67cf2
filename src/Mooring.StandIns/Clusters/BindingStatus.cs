namespace Mooring.StandIns.Clusters;

/// <summary>A TargetGroupBinding in a cluster, and what its controller made of it.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Binding">Namespace and name of the binding: <c>ingress-nginx/shop-blue</c>.</param>
/// <param name="TargetGroupArn">ARN of its target group; <see langword="null"/> where no webhook resolved its name.</param>
/// <param name="IsTerminating">Whether it is deleted and waits for its controller.</param>
/// <param name="Problem">What keeps it from registering its targets; <see langword="null"/> where nothing does.</param>
public sealed record BindingStatus(string Cluster, string Binding, string? TargetGroupArn, bool IsTerminating, string? Problem)
{
    /// <summary>Whether other clusters may have targets in the group, which its controller leaves alone then.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsShared { get; init; }
}
