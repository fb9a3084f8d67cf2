using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What Amazon EKS accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class EksLimits
{
    /// <summary>Length of the name of an EKS node group.</summary>
    public const int NodeGroupNameLength = 63;

    /// <summary>Name of an EKS cluster: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html"/>
    public static string? ClusterName(string value)
        => Limit.IsToken(value) || ClusterNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>The subnets of an EKS cluster: at least two, in different zones.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html"/>
    public static string? ClusterSubnets(IReadOnlyList<string> subnets) => NetworkLimits.Subnets(subnets);

    /// <summary>Name of a node group: 1 to 63 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    public static string? NodeGroupName(string value)
        => Limit.IsToken(value) || (value.Length <= NodeGroupNameLength && ClusterNamePattern().IsMatch(value))
            ? null
            : $"must be 1 to {NodeGroupNameLength} letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>The fewest nodes of a node group: 0 or more.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    public static string? NodeGroupMinSize(int value) => Limit.Between(value, 0, int.MaxValue);

    /// <summary>The most nodes of a node group: 1 or more, and no fewer than its fewest.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    public static string? NodeGroupMaxSize(int value, int minSize) => Limit.Between(value, Math.Max(1, minSize), int.MaxValue);

    /// <summary>The instance types of a node group: at least one.</summary>
    public static string? InstanceTypes(int count) => Limit.Entries(count, 1, int.MaxValue);

    /// <summary>Name of an access policy, without the ARN around it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
    public static string? AccessPolicyName(string value)
        => Limit.IsToken(value) || AccessPolicyNamePattern().IsMatch(value)
            ? null
            : $"must be the name of an access policy such as 'AmazonEKSClusterAdminPolicy', got '{value}'";

    /// <summary>ARN of a cluster.</summary>
    /// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html"/>
    public static string? ClusterArn(string value)
        => Limit.IsToken(value) || ClusterArnPattern().IsMatch(value)
            ? null
            : $"must be the ARN of an EKS cluster, got '{value}'";

    [GeneratedRegex(@"^[0-9A-Za-z]+\z")]
    private static partial Regex AccessPolicyNamePattern();

    [GeneratedRegex(@"^arn:[a-z-]+:eks:[a-z0-9-]+:[0-9]{12}:cluster/[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z")]
    private static partial Regex ClusterArnPattern();

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z")]
    private static partial Regex ClusterNamePattern();
}
