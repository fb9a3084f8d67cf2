using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksNodeGroup;
using Mooring.Errors;
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
    // The autoscaler controls the number of nodes.
    private static readonly string[] s_autoscaled = ["scaling_config[0].desired_size"];

    /// <summary>Defines a node group.</summary>
    /// <exception cref="ConstructException">A name, a size or another property is outside AWS's limits.</exception>
    public ManagedNodeGroup(Construct scope, string id, ManagedNodeGroupProps props)
        : base(scope, id)
    {
        Require(props);
        var role = NodeRole.Define(this, props.RoleName, props.RoleSettings);
        var nodeGroup = new EksNodeGroup(
            this,
            "Default",
            new EksNodeGroupConfig
            {
                ClusterName = props.Cluster.ClusterName,
                NodeGroupName = props.NodeGroupName,
                NodeRoleArn = role.RoleArn,
                Version = props.Version,
                SubnetIds = [.. props.SubnetIds],
                InstanceTypes = props.InstanceTypes.Count == 0 ? null : [.. props.InstanceTypes],
                CapacityType = props.CapacityType?.Word(),
                AmiType = props.AmiType,
                DiskSize = props.DiskSize,
                LaunchTemplate = props.LaunchTemplate is { } template
                    ? new EksNodeGroupLaunchTemplate
                    {
                        Id = template.Id,
                        Name = template.Name,
                        Version = template.Version,
                    }
                    : null,
                ScalingConfig = new EksNodeGroupScalingConfig
                {
                    MinSize = props.MinSize,
                    MaxSize = props.MaxSize,
                    DesiredSize = props.MinSize,
                },
                UpdateConfig = props.Update is { } update
                    ? new EksNodeGroupUpdateConfig { MaxUnavailable = update.MaxUnavailable, MaxUnavailablePercentage = update.MaxUnavailablePercentage }
                    : new EksNodeGroupUpdateConfig { MaxUnavailable = 1 },
                Labels = props.Labels.Count == 0 ? null : new Dictionary<string, string>(props.Labels),
                Taint = TaintsOf(props.Taints),
                Tags = ResourceTags.Of(this, props.Tags),
                Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = s_autoscaled },
                DependsOn = [.. role.Attachments],
            }
        );

        NodeGroupArn = nodeGroup.Arn;
    }

    /// <summary>ARN of the node group.</summary>
    public string NodeGroupArn { get; }

    private void Require(ManagedNodeGroupProps props)
    {
        var hasTemplate = props.LaunchTemplate is not null;
        Property.Require(this, nameof(props.NodeGroupName), EksLimits.NodeGroupName(props.NodeGroupName));
        Property.Require(this, nameof(props.Version), props.Version is { } version ? EksLimits.Version(version) : null);
        Property.Require(this, nameof(props.MinSize), EksLimits.NodeGroupMinSize(props.MinSize));
        Property.Require(this, nameof(props.MaxSize), EksLimits.NodeGroupMaxSize(props.MaxSize, props.MinSize));
        Property.Require(this, nameof(props.InstanceTypes), props.InstanceTypes.Select(AwsLimits.InstanceType).FirstOrDefault(fault => fault is not null));
        Property.Require(this, nameof(props.InstanceTypes), EksLimits.InstanceTypes(props.InstanceTypes.Count, hasTemplate));
        Property.Require(this, nameof(props.AmiType), props.AmiType is { } amiType ? EksLimits.AmiType(amiType) : null);
        Property.Require(this, nameof(props.DiskSize), props.DiskSize is { } diskSize ? EksLimits.DiskSize(diskSize, hasTemplate) : null);
        Property.Require(
            this,
            nameof(props.LaunchTemplate),
            props.LaunchTemplate is { } template ? EksLimits.LaunchTemplate(template.Id, template.Name) : null
        );
        Property.Require(
            this,
            nameof(props.Update),
            props.Update is { } update ? EksLimits.NodeUpdate(update.MaxUnavailable, update.MaxUnavailablePercentage) : null
        );
        Property.Require(this, nameof(props.Labels), EksLimits.NodeLabels(props.Labels));
        Property.Require(this, nameof(props.Taints), EksLimits.NodeTaints(props.Taints));
    }

    private static EksNodeGroupTaint[]? TaintsOf(IReadOnlyList<NodeTaint> taints) =>
        taints.Count == 0
            ? null
            :
            [
                .. taints.Select(taint => new EksNodeGroupTaint
                {
                    Key = taint.Key,
                    Value = taint.Value,
                    Effect = taint.Effect.Word(),
                }),
            ];
}
