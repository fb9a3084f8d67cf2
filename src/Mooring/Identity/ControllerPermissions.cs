namespace Mooring.Identity;

/// <summary>What the AWS Load Balancer Controller of one cluster may do.</summary>
public sealed record ControllerPermissions
{
    /// <summary>Profile of its permissions on target groups.</summary>
    /// <value>Defaults to <see cref="ControllerPolicyProfile.Scoped"/>.</value>
    public ControllerPolicyProfile Profile { get; init; } = ControllerPolicyProfile.Scoped;

    /// <summary>
    /// ARNs of the target groups of its account that it registers targets with; the id at the end may be <c>*</c>. An empty list allows no writes,
    /// as for the controller of a cluster that has no binding any more.
    /// </summary>
    /// <value>Defaults to none; required by all profiles but <see cref="ControllerPolicyProfile.Documented"/>.</value>
    public IReadOnlyList<string>? TargetGroupArns { get; init; }

    /// <summary>
    /// ARNs of target groups, with the wildcards of IAM, from which it may deregister targets although no binding names them any more. The finalizer
    /// of a removed TargetGroupBinding waits for that.
    /// </summary>
    /// <value>Defaults to none; the profile <see cref="ControllerPolicyProfile.Documented"/> does not need any.</value>
    public IReadOnlyList<string> RemovedTargetGroupArns { get; init; } = [];

    /// <summary>
    /// Name of the cluster from whose security groups it may remove the rules that it added, after the last binding with <c>networking</c> is
    /// removed: those that bear the tag <c>kubernetes.io/cluster/&lt;name&gt;</c>.
    /// </summary>
    /// <value>Defaults to none: only with <see cref="NetworkingClusterName"/> it may remove rules.</value>
    public string? ClusterName { get; init; }

    /// <summary>
    /// Name of the cluster whose security groups it may add rules to and remove them from, for bindings with <c>networking</c>: those
    /// that bear the tag <c>kubernetes.io/cluster/&lt;name&gt;</c>.
    /// </summary>
    /// <value>Defaults to none: it may change no security group.</value>
    public string? NetworkingClusterName { get; init; }

    /// <summary>ARNs of the roles that it may assume, for target groups of other accounts; see <see cref="CrossAccountRole"/>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AssumableRoleArns { get; init; } = [];
}
