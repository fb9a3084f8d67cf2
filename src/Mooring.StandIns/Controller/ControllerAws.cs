using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>The calls of a cluster's controller to AWS, each of which its role must allow.</summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster, as EKS has it.</param>
/// <param name="state">The cluster, with its controller.</param>
internal sealed class ControllerAws(PretendedAccount account, ObjectValue cluster, ClusterState state)
{
    private const string LoadBalancing = "elasticloadbalancing";

    /// <summary>Name of the cluster.</summary>
    public string ClusterName => cluster["name"].Text!;

    /// <summary>The security group of the cluster's nodes, which EKS creates and tags with the cluster's name.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html"/>
    public string NodeSecurityGroup => cluster.At("vpc_config", "cluster_security_group_id").Text!;

    /// <summary>The target group of an ARN or a name, with the attributes of <c>aws_lb_target_group</c> that are known.</summary>
    /// <exception cref="RemoteException">AWS refuses it, or there is none.</exception>
    public Value DescribeTargetGroup(BindingSpec binding)
    {
        Require("Elastic Load Balancing v2", new AwsRequest($"{LoadBalancing}:DescribeTargetGroups"), binding);
        return FindTargetGroup(binding)
            ?? throw Error(
                "Elastic Load Balancing v2",
                "DescribeTargetGroups",
                400,
                "TargetGroupNotFound: "
                    + $"{(binding.TargetGroupArn is null ? $"Target groups '[{binding.TargetGroupName}]'" : "One or more target groups")} not found"
            );
    }

    /// <summary>The targets of a group.</summary>
    /// <exception cref="RemoteException">AWS refuses it, or there is no such group.</exception>
    public IReadOnlyList<RegisteredTarget> DescribeTargetHealth(BindingSpec binding)
    {
        Require("Elastic Load Balancing v2", new AwsRequest($"{LoadBalancing}:DescribeTargetHealth"), binding);
        RequireTargetGroup(binding, "DescribeTargetHealth");
        return [.. account.Clusters.Targets.Where(target => target.TargetGroupArn == binding.TargetGroupArn)];
    }

    /// <summary>Registers targets. Only here, AWS compares the kind of a target with the group's.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html"/>
    public void RegisterTargets(BindingSpec binding, IReadOnlyList<RegisteredTarget> targets)
    {
        const string Call = "RegisterTargets";
        Require("Elastic Load Balancing v2", new AwsRequest($"{LoadBalancing}:{Call}", binding.TargetGroupArn!), binding);
        var type = RequireTargetGroup(binding, Call)["target_type"].Text ?? (IsOwn(binding) ? BindingSpec.Instance : binding.TargetType);
        if (type != binding.TargetType)
        {
            throw Error(
                "Elastic Load Balancing v2",
                Call,
                400,
                type == BindingSpec.Instance
                    ? $"ValidationError: Instance ID '{targets[0].Id}' is not valid"
                    : $"ValidationError: The IP address '{targets[0].Id}' is not a valid IPv4 address"
            );
        }

        account.Clusters.Targets.RemoveAll(old => targets.Any(target => target.TargetGroupArn == old.TargetGroupArn && target.Identity == old.Identity));
        account.Clusters.Targets.AddRange(targets);
    }

    /// <summary>Deregisters targets.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    public void DeregisterTargets(BindingSpec binding, IReadOnlyCollection<RegisteredTarget> targets)
    {
        Require("Elastic Load Balancing v2", new AwsRequest($"{LoadBalancing}:DeregisterTargets", binding.TargetGroupArn!), binding);
        RequireTargetGroup(binding, "DeregisterTargets");
        account.Clusters.Targets.RemoveAll(targets.Contains);
    }

    /// <summary>Reads the security groups.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    public IReadOnlyList<IngressRule> DescribeSecurityGroups()
    {
        DescribeOfEc2("DescribeSecurityGroups");
        return [.. account.Clusters.Rules.Where(rule => rule.SecurityGroupId == NodeSecurityGroup)];
    }

    /// <summary>Calls an action of EC2 that reads.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    public void DescribeOfEc2(string action) => Require("EC2", new AwsRequest($"ec2:{action}"));

    /// <summary>Adds rules to the security group of the nodes.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    public void AuthorizeIngress(IReadOnlyCollection<IngressRule> rules)
    {
        Require("EC2", OnNodeSecurityGroup("ec2:AuthorizeSecurityGroupIngress"));
        account.Clusters.Rules.AddRange(rules);
    }

    /// <summary>Removes rules from the security group of the nodes.</summary>
    /// <exception cref="RemoteException">AWS refuses it.</exception>
    public void RevokeIngress(IReadOnlyCollection<IngressRule> rules)
    {
        Require("EC2", OnNodeSecurityGroup("ec2:RevokeSecurityGroupIngress"));
        account.Clusters.Rules.RemoveAll(rules.Contains);
    }

    private AwsRequest OnNodeSecurityGroup(string action)
    {
        var (partition, region) = cluster["arn"].Text!.Split(':') is [_, var first, _, var third, ..] ? (first, third) : ("aws", "*");
        string Arn(string resource) => $"arn:{partition}:ec2:{region}:{OwnAccount}:{resource}";
        return new AwsRequest(action, Arn($"security-group/{NodeSecurityGroup}"))
        {
            Context = new Dictionary<string, string>
            {
                [$"aws:ResourceTag/kubernetes.io/cluster/{ClusterName}"] = "owned",
                ["ec2:Vpc"] = Arn($"vpc/{cluster.At("vpc_config", "vpc_id").Text}"),
            },
        };
    }

    private Value RequireTargetGroup(BindingSpec binding, string call) =>
        FindTargetGroup(binding) ?? throw Error("Elastic Load Balancing v2", call, 400, "TargetGroupNotFound: One or more target groups not found");

    /// <summary>
    /// The target group, where the account is simulated that the call is made in. A target group of any other account is one of which nothing is known.
    /// </summary>
    private Value? FindTargetGroup(BindingSpec binding) =>
        !account.Simulates(AccountOf(binding))
            ? Value.Object([new("arn", binding.TargetGroupArn)])
            : account.Of("aws_lb_target_group").FirstOrDefault(each => IsMeant(binding, each.Value))?.Value;

    /// <summary>A name is unique in an account and a region; an ARN of another one is not found there.</summary>
    private bool IsMeant(BindingSpec binding, ObjectValue group) =>
        (binding.TargetGroupArn is null ? group["name"].Text == binding.TargetGroupName : group["arn"].Text == binding.TargetGroupArn)
        && (group["arn"].Text?.Split(':') is not [_, _, _, var region, var owner, ..] || (region == Region && owner == AccountOf(binding)));

    private bool IsOwn(BindingSpec binding) => account.Simulates(AccountOf(binding));

    /// <summary>The account that calls about a target group are made in: that of the role to assume, or the cluster's.</summary>
    private string AccountOf(BindingSpec binding) =>
        binding.RoleToAssume is { } role ? PretendedAccount.AccountOf(role)
        : binding.TargetGroupArn is { } arn && !account.Simulates(PretendedAccount.AccountOf(arn)) ? PretendedAccount.AccountOf(arn)
        : OwnAccount;

    private string OwnAccount => cluster["arn"].Text is { } arn ? PretendedAccount.AccountOf(arn) : account.AccountId;

    private string? Region => cluster["arn"].Text?.Split(':')[3];

    /// <summary>With a role of the target group's side, that role must allow it and let the controller in, whose own must allow to assume it.</summary>
    private void Require(string service, AwsRequest request, BindingSpec? binding = null)
    {
        var role = new ControllerRole(account, cluster, state).Of();
        if (binding?.RoleToAssume is not { } assumed)
        {
            Require(service, request, role);
            return;
        }

        Require("STS", new AwsRequest("sts:AssumeRole", assumed), role);
        if (!account.Simulates(PretendedAccount.AccountOf(assumed)))
        {
            return;
        }

        var other = RolePolicy.Of(account, assumed);
        if (other?.LetsIn(role, binding.ExternalId) != true)
        {
            throw Error("STS", "AssumeRole", 403, AssumedRole.Refusal(CallerOf(role), assumed));
        }

        Require(service, request, other);
    }

    private static string CallerOf(RolePolicy role) => AssumedRole.Session(role.Arn, "controller");

    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"/>
    private static void Require(string service, AwsRequest request, RolePolicy role)
    {
        if (role.Allows(request))
        {
            return;
        }

        var onResource = request.Resource == "*" ? string.Empty : $" on resource: {request.Resource}";
        var denied =
            $"User: {CallerOf(role)} is not authorized to perform: "
            + $"{request.Action}{onResource} "
            + $"because no identity-based policy allows the {request.Action} action";
        var code = service == "EC2" ? "UnauthorizedOperation: You are not authorized to perform this operation." : "AccessDenied:";
        throw Error(service, request.Action.Split(':')[1], 403, $"{code} {denied}");
    }

    private static RemoteException Error(string service, string call, int status, string error) =>
        new($"operation error {service}: {call}, https response error StatusCode: {status}, api error {error}");
}
