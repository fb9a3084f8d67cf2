using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksNodeGroup;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines an EKS managed node group and its nodes' role. When it has to be replaced, the new nodes are there before the
/// old ones are drained. No target group is attached to its Auto Scaling group, whose
/// name is not known before it exists: registering nodes is the AWS Load Balancer Controller's work.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html"/>
public class ManagedNodeGroup : Construct
{
    // How many nodes there are right now is the autoscaler's to say.
    private static readonly string[] s_autoscaled = ["scaling_config[0].desired_size"];

    /// <summary>Defines a node group.</summary>
    /// <exception cref="ArgumentException">A name or a size is outside AWS's limits.</exception>
    public ManagedNodeGroup(Construct scope, string id, ManagedNodeGroupProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.NodeGroupName), EksLimits.NodeGroupName(props.NodeGroupName));
        Limit.Require(nameof(props.MinSize), EksLimits.NodeGroupMinSize(props.MinSize));
        Limit.Require(nameof(props.MaxSize), EksLimits.NodeGroupMaxSize(props.MaxSize, props.MinSize));
        Limit.Require(nameof(props.InstanceTypes), EksLimits.InstanceTypes(props.InstanceTypes.Count));

        var role = new ServiceRole(this, "Role", new ServiceRoleProps
        {
            RoleName = props.RoleName,
            ServicePrincipal = $"ec2.{AwsAccount.Of(this).DnsSuffix}",
            ManagedPolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"],
        });

        var nodeGroup = new EksNodeGroup(this, "Default", new EksNodeGroupConfig
        {
            ClusterName = props.ClusterName,
            NodeGroupName = props.NodeGroupName,
            NodeRoleArn = role.RoleArn,
            SubnetIds = [.. props.SubnetIds],
            InstanceTypes = [.. props.InstanceTypes],
            ScalingConfig = new EksNodeGroupScalingConfig
            {
                MinSize = props.MinSize,
                MaxSize = props.MaxSize,
                DesiredSize = props.MinSize,
            },
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = s_autoscaled },
            DependsOn = [.. role.Attachments],
        });

        NodeGroupArn = nodeGroup.Arn;
    }

    /// <summary>ARN of the node group.</summary>
    public string NodeGroupArn { get; }
}
