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
{
    private const string ClusterTag = "eks:eks-cluster-name";

    private string ClusterName => eks["name"].Text!;

    /// <summary>Registers the targets of a binding, or removes them where it is being deleted. What fails becomes an event.</summary>
    public void Reconcile(BindingObject binding)
    {
        var spec = new BindingSpec(binding.Spec, AutoModeBindings.Version);
        var (reason, prefix) = binding.IsTerminating ? ("FailedCleanup", "Failed cleanup due to") : ("FailedReconcile", "Failed reconcile due to");
        try
        {
            if (binding.IsTerminating)
            {
                End(binding, spec);
            }
            else
            {
                binding.HasFinalizer = true;
                Register(binding, spec);
            }
        }
        catch (RemoteException exception)
        {
            binding.Problem = exception.Message;
            Record(binding, reason, $"{prefix} {exception.Message}");
        }
    }

    private void End(BindingObject binding, BindingSpec spec)
    {
        if (Find(spec) is { } group)
        {
            Deregister(group, binding, spec, TargetsOf(spec));
        }

        cluster.Bindings.Remove(binding);
    }

    private void Register(BindingObject binding, BindingSpec spec)
    {
        var group = Find(spec) ?? throw Error("DescribeTargetGroups", 400, "TargetGroupNotFound: One or more target groups not found");
        if (BindingEndpoints.Missing(account, binding, spec) is { } missing)
        {
            binding.Problem = missing;
            Record(binding, "BackendNotFound", missing);
            Deregister(group, binding, spec, TargetsOf(spec));
            binding.Checkpoint = string.Empty;
            return;
        }

        var endpoints = BindingEndpoints.Of(account, ClusterName, binding, spec);
        // Like the AWS Load Balancer Controller, it looks at the target group again only when endpoints or spec have changed.
        var checkpoint = $"{string.Join(',', endpoints.Select(endpoint => endpoint.Identity))}/{spec}";
        if (checkpoint == binding.Checkpoint)
        {
            return;
        }

        var targets = TargetsOf(spec);
        Deregister(group, binding, spec, [.. targets.ExceptBy(endpoints.Select(each => each.Identity), each => each.Identity)]);
        RegisterNew(group, spec, [.. endpoints.ExceptBy(targets.Select(each => each.Identity), each => each.Identity)]);
        binding.Tracked = spec.IsMultiCluster ? endpoints.Select(each => each.Identity).ToHashSet() : null;
        (binding.Problem, binding.Checkpoint) = (null, checkpoint);
        Record(binding, "SuccessfullyReconciled", "Successfully reconciled");
    }

    private void RegisterNew(ObjectValue group, BindingSpec spec, RegisteredTarget[] targets)
    {
        if (targets.Length == 0)
        {
            return;
        }

        RequireTag(group, "RegisterTargets", value => value == ClusterName);
        if ((group["target_type"].Text ?? BindingSpec.Instance) != spec.TargetType)
        {
            throw Error("RegisterTargets", 400, $"ValidationError: '{targets[0].Id}' is no target of type {group["target_type"].Text}");
        }

        account.Clusters.Targets.AddRange(targets);
    }

    /// <summary>Deregisters targets; with <c>multiClusterTargetGroup</c>, only those that the binding registered.</summary>
    private void Deregister(ObjectValue group, BindingObject binding, BindingSpec spec, IEnumerable<RegisteredTarget> targets)
    {
        RegisteredTarget[] own = [.. targets.Where(target => !spec.IsMultiCluster || binding.Tracked?.Contains(target.Identity) == true)];
        if (own.Length > 0)
        {
            RequireTag(group, "DeregisterTargets", value => value is not null);
            account.Clusters.Targets.RemoveAll(own.Contains);
        }
    }

    private void RequireTag(ObjectValue group, string action, Func<string?, bool> isAllowed)
    {
        if (!isAllowed(group["tags_all"][ClusterTag].Text ?? group["tags"][ClusterTag].Text))
        {
            var role = eks["role_arn"].Text ?? string.Empty;
            var caller = $"arn:{role.Split(':').ElementAtOrDefault(1)}:sts::{PretendedAccount.AccountOf(role)}:assumed-role/{role.Split('/')[^1]}/aws-go-sdk";
            throw Error(
                action,
                403,
                $"AccessDenied: User: {caller} is not authorized to perform: elasticloadbalancing:{action} on resource: {group["arn"].Text} because no "
                    + $"identity-based policy allows the elasticloadbalancing:{action} action"
            );
        }
    }

    /// <summary>The target group, which it finds in its own account only.</summary>
    private ObjectValue? Find(BindingSpec spec) =>
        PretendedAccount.AccountOf(spec.TargetGroupArn ?? string.Empty) == PretendedAccount.AccountOf(eks["arn"].Text ?? string.Empty)
            ? account.Of("aws_lb_target_group").FirstOrDefault(each => each.Value["arn"].Text == spec.TargetGroupArn)?.Value
            : null;

    private RegisteredTarget[] TargetsOf(BindingSpec spec) => [.. account.Clusters.Targets.Where(target => target.TargetGroupArn == spec.TargetGroupArn)];

    private void Record(BindingObject binding, string reason, string message) =>
        account.Clusters.Record(new BindingEvent(ClusterName, binding.FullName, reason, message));

    private static RemoteException Error(string call, int status, string error) =>
        new($"operation error Elastic Load Balancing v2: {call}, https response error StatusCode: {status}, api error {error}");
}
