using Constructs;
using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>The role of nodes, managed or self-managed.</summary>
internal static class NodeRole
{
    private static readonly string[] s_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];

    /// <summary>Defines the role, the child <c>Role</c> of a node group.</summary>
    public static ServiceRole Define(Construct nodeGroup, string roleName, RoleSettings settings) =>
        new(
            nodeGroup,
            "Role",
            new ServiceRoleProps
            {
                RoleName = roleName,
                ServicePrincipal = $"ec2.{AwsAccount.Of(nodeGroup).DnsSuffix}",
                ManagedPolicies = s_policies,
                Settings = settings,
            }
        );
}
