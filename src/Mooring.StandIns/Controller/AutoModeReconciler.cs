using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>
/// What the controller of EKS Auto Mode does with TargetGroupBindings. It makes its calls as the cluster's role, whose policies of AWS ask for a tag at the
/// target group.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster's API server.</param>
/// <param name="eks">The cluster, as EKS has it.</param>
/// <seealso href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSLoadBalancingPolicy.html"/>
/// <seealso href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSServiceRolePolicy.html"/>
internal sealed class AutoModeReconciler(PretendedAccount account, ClusterState cluster, ObjectValue eks)
    : TargetReconciler(account, cluster, eks["name"].Text!, AutoModeBindings.Version)
{
    private const string ClusterTag = "eks:eks-cluster-name";

    /// <inheritdoc/>
    protected override void Prepare(BindingSpec spec) => _ = Require(spec);

    /// <inheritdoc/>
    protected override void Replace(BindingObject binding, BindingSpec spec, IReadOnlyList<RegisteredTarget> endpoints, string checkpoint)
    {
        var (group, targets) = (Require(spec), TargetsOf(spec));
        Deregister(group, binding, spec, Without(targets, endpoints));
        RegisterNew(group, spec, Without(endpoints, targets));
        binding.Tracked = TrackedOf(spec, endpoints);
        binding.Problem = null;
        RecordSuccess(binding, checkpoint);
    }

    /// <inheritdoc/>
    protected override void CleanUp(BindingObject binding, BindingSpec spec)
    {
        if (Find(spec) is { } group)
        {
            Deregister(group, binding, spec, TargetsOf(spec));
        }
    }

    private void RegisterNew(ObjectValue group, BindingSpec spec, RegisteredTarget[] targets)
    {
        if (targets.Length == 0)
        {
            return;
        }

        RequireTag(group, "RegisterTargets", value => value == eks["name"].Text);
        if ((group["target_type"].Text ?? BindingSpec.Instance) != spec.TargetType)
        {
            throw Error("RegisterTargets", 400, $"ValidationError: '{targets[0].Id}' is no target of type {group["target_type"].Text}");
        }

        Account.Clusters.Targets.AddRange(targets);
    }

    private void Deregister(ObjectValue group, BindingObject binding, BindingSpec spec, IEnumerable<RegisteredTarget> targets)
    {
        var own = Own(binding, spec, targets);
        if (own.Length > 0)
        {
            RequireTag(group, "DeregisterTargets", value => value is not null);
            Account.Clusters.Targets.RemoveAll(own.Contains);
        }
    }

    private void RequireTag(ObjectValue group, string action, Func<string?, bool> isAllowed)
    {
        if (!isAllowed(group["tags_all"][ClusterTag].Text ?? group["tags"][ClusterTag].Text))
        {
            var caller = AssumedRole.Session(eks["role_arn"].Text ?? string.Empty, "aws-go-sdk");
            throw Error(
                action,
                403,
                $"AccessDenied: User: {caller} is not authorized to perform: elasticloadbalancing:{action} on resource: {group["arn"].Text} because no "
                    + $"identity-based policy allows the elasticloadbalancing:{action} action"
            );
        }
    }

    private ObjectValue Require(BindingSpec spec) =>
        Find(spec) ?? throw Error("DescribeTargetGroups", 400, "TargetGroupNotFound: One or more target groups not found");

    /// <summary>The target group, which it finds in its own account and region only.</summary>
    private ObjectValue? Find(BindingSpec spec) =>
        PlaceOf(spec.TargetGroupArn) == PlaceOf(eks["arn"].Text)
            ? Account.Of("aws_lb_target_group").FirstOrDefault(each => each.Value["arn"].Text == spec.TargetGroupArn)?.Value
            : null;

    private static (string? Region, string? Account) PlaceOf(string? arn) =>
        arn?.Split(':') is [_, _, _, var region, var account, ..] ? (region, account) : (null, null);

    private RegisteredTarget[] TargetsOf(BindingSpec spec) => [.. Account.Clusters.Targets.Where(target => target.TargetGroupArn == spec.TargetGroupArn)];

    private static RemoteException Error(string call, int status, string error) =>
        new($"operation error Elastic Load Balancing v2: {call}, https response error StatusCode: {status}, api error {error}");
}
