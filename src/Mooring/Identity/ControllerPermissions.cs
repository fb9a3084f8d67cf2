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
    /// Name of the cluster whose security groups it may add rules to and remove them from, for bindings with <c>networking</c>: those
    /// that bear the tag <c>kubernetes.io/cluster/&lt;name&gt;</c>.
    /// </summary>
    /// <value>Defaults to none: it may change no security group.</value>
    public string? NetworkingClusterName { get; init; }

    /// <summary>ARNs of the roles that it may assume, for target groups of other accounts; see <see cref="CrossAccountRole"/>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AssumableRoleArns { get; init; } = [];
}
