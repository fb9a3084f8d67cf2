using Constructs;
using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>The role of nodes, managed or self-managed.</summary>
internal static class NodeRole
{
    private static readonly string[] s_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];

    /// <summary>EKS Auto Mode gives addresses to pods itself, and needs no permission of a node for it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html"/>
    private static readonly string[] s_autoModePolicies = ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"];

    /// <summary>Those of the role <c>KarpenterNodeRole</c> in Karpenter's CloudFormation template.</summary>
    /// <seealso href="https://karpenter.sh/docs/reference/cloudformation/#karpenternoderole"/>
    private static readonly string[] s_karpenterPolicies =
    [
        "AmazonEKS_CNI_Policy",
        "AmazonEKSWorkerNodePolicy",
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonSSMManagedInstanceCore",
    ];

    /// <summary>Defines the role, the child <c>Role</c> of a node group.</summary>
    public static ServiceRole Define(Construct nodeGroup, string roleName, RoleSettings settings) => Define(nodeGroup, "Role", roleName, s_policies, settings);

    /// <summary>Defines the role of EKS Auto Mode's nodes, the child <c>AutoModeNodeRole</c> of a cluster.</summary>
    public static ServiceRole DefineAutoMode(Construct cluster, string roleName, RoleSettings settings) =>
        Define(cluster, "AutoModeNodeRole", roleName, s_autoModePolicies, settings);

    /// <summary>Defines the role of the nodes that Karpenter launches, the child <c>Role</c> of a construct.</summary>
    public static ServiceRole DefineKarpenter(Construct nodes, string roleName, RoleSettings settings) =>
        Define(nodes, "Role", roleName, s_karpenterPolicies, settings);

    private static ServiceRole Define(Construct scope, string id, string roleName, string[] policies, RoleSettings settings) =>
        new(
            scope,
            id,
            new ServiceRoleProps
            {
                RoleName = roleName,
                ServicePrincipal = $"ec2.{AwsAccount.Of(scope).DnsSuffix}",
                ManagedPolicies = policies,
                Settings = settings,
            }
        );
}
