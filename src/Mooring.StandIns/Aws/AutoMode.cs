using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>EKS Auto Mode of a cluster: what EKS and the provider refuse, what replaces the cluster, and what is computed.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-enable-existing.html"/>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/eks/cluster.go"/>
internal static class AutoMode
{
    private const string Compute = "compute_config";
    private const string NodeRole = "node_role_arn";

    private static readonly string[] s_policies =
    [
        "AmazonEKSComputePolicy",
        "AmazonEKSBlockStoragePolicy",
        "AmazonEKSLoadBalancingPolicy",
        "AmazonEKSNetworkingPolicy",
    ];

    /// <summary>Whether a cluster has it.</summary>
    private static bool IsOn(Value cluster) => AutoModeBindings.HasAutoMode(cluster);

    /// <summary>Why a cluster cannot be created or changed; <see langword="null"/> where it can.</summary>
    public static string? Refusal(Creation creation)
    {
        var (cluster, isOn) = (creation.Planned, IsOn(creation.Planned));
        bool[] parts =
        [
            isOn,
            cluster.At("kubernetes_network_config", "elastic_load_balancing").At("enabled") == true,
            cluster.At("storage_config", "block_storage").At("enabled") == true,
        ];
        return parts.Distinct().Count() > 1
                ? "InvalidParameterException: For EKS Auto Mode, please ensure that all required configs, including computeConfig, "
                    + "kubernetesNetworkConfig, and blockStorage are all either fully enabled or fully disabled."
            : isOn ? RefusalOfCluster(creation) ?? RefusalOfRole(creation) ?? RefusalOfNodePools(cluster)
            : cluster.At(Compute, "node_pools").Elements.Count > 0
                ? "InvalidParameterException: Compute config node pools must be empty when compute is disabled."
            : null;
    }

    /// <summary>The provider replaces a cluster for another role of its nodes, but not where role and node pools go together.</summary>
    public static IEnumerable<string> ReplacedFor(ObjectValue prior, ObjectValue planned)
    {
        var (before, after) = (prior.At(Compute, NodeRole).Text, planned.At(Compute, NodeRole));
        var isLeftOut = string.IsNullOrEmpty(after.Text) && !after.IsUnknown;
        return string.IsNullOrEmpty(before) || before == after.Text || (isLeftOut && (!IsOn(planned) || planned.At(Compute, "node_pools").Elements.Count == 0))
            ? []
            : [$"{Compute}.{NodeRole}"];
    }

    /// <summary>What EKS answers of a cluster whose configuration has a part of it.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Computed { get; } =
    [
        new($"{Compute}.enabled", false),
        new("storage_config.block_storage.enabled", false),
        new("kubernetes_network_config.ip_family", "ipv4"),
        new("kubernetes_network_config.service_ipv4_cidr", "10.100.0.0/16"),
        new("kubernetes_network_config.service_ipv6_cidr", ""),
        new("kubernetes_network_config.elastic_load_balancing.enabled", false),
    ];

    /// <summary>Whether an access entry is there already: EKS gives one to the role of the nodes of its node pools.</summary>
    public static bool HasAccessEntry(Value? cluster, string principal) =>
        cluster is not null && IsOn(cluster) && cluster.At(Compute, NodeRole).Text == principal;

    private static string? RefusalOfCluster(Creation creation) =>
        creation.Prior.IsNull && creation["bootstrap_self_managed_addons"] != false
            ? "InvalidParameterException: bootstrapSelfManagedAddons must be false when EKS Auto Mode is enabled."
        : creation.Planned.At("access_config", "authentication_mode").Text == "CONFIG_MAP"
            ? "InvalidParameterException: EKS Auto Mode requires authenticationMode API or API_AND_CONFIG_MAP."
        : null;

    /// <summary>The control plane's role has AWS's policies for Auto Mode, and lets EKS tag its sessions.</summary>
    private static string? RefusalOfRole(Creation creation)
    {
        var (account, arn) = (creation.Context.Account, creation.Text("role_arn"));
        if (RolePolicy.Of(account, arn) is not { } role)
        {
            return null;
        }

        var attached = creation
            .Context.Of("aws_iam_role_policy_attachment")
            .Where(each => each["role"].Text == role.Name)
            .Select(each => each["policy_arn"].Text?.Split('/')[^1])
            .ToHashSet();
        var context = new Dictionary<string, string>
        {
            ["aws:SourceArn"] = creation.Aws().Arn("eks", $"cluster/{creation.Text("name")}"),
            ["aws:SourceAccount"] = creation.Aws().AccountId,
        };
        return s_policies.FirstOrDefault(policy => !attached.Contains(policy)) is { } missing
                ? "InvalidParameterException: The provided role doesn't have the Amazon EKS Managed Policies associated with it. Please ensure the following "
                    + $"policy is attached: arn:{creation.Aws().Partition}:iam::aws:policy/{missing}"
            : !role.Trusts("Service", "eks.amazonaws.com", new AwsRequest("sts:TagSession") { Context = context })
                ? "InvalidParameterException: The trust policy of the cluster role must allow sts:TagSession for EKS Auto Mode."
            : null;
    }

    private static string? RefusalOfNodePools(ObjectValue cluster) =>
        (cluster.At(Compute, "node_pools").Elements.Count > 0, !string.IsNullOrEmpty(cluster.At(Compute, NodeRole).Text)) switch
        {
            (true, false) => "InvalidParameterException: When Compute Config nodePools are provided, nodeRoleArn is required.",
            (false, true) => "InvalidParameterException: When Compute Config nodeRoleArn is provided, nodePools are required.",
            _ => null,
        };
}
