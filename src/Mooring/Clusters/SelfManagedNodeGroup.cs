using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.AutoscalingGroup;
using HashiCorp.Cdktf.Providers.Aws.DataAwsSsmParameter;
using HashiCorp.Cdktf.Providers.Aws.IamInstanceProfile;
using HashiCorp.Cdktf.Providers.Aws.LaunchTemplate;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines a group of nodes that EKS does not manage: an Auto Scaling group of Amazon Linux 2023, its launch template, its role and the
/// access entry with which they join the cluster. Unlike a managed node group it can register its nodes with target groups itself.
/// </summary>
/// <remarks>
/// The image is the newest for the version of Kubernetes: a new one, or any other change of the launch template, replaces the nodes a few at a
/// time. They are not drained first.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/worker.html"/>
public class SelfManagedNodeGroup : Construct
{
    /// <summary>Defines a node group.</summary>
    /// <exception cref="ConstructException">A name, a size or another property is outside AWS's limits.</exception>
    public SelfManagedNodeGroup(Construct scope, string id, SelfManagedNodeGroupProps props)
        : base(scope, id)
    {
        Require(props);
        var role = NodeRole.Define(this, props.RoleName, props.RoleSettings);
        var clusterName = props.Cluster.ClusterName;
        var entry = new AccessEntry(
            this,
            "AccessEntry",
            new AccessEntryProps
            {
                Cluster = props.Cluster,
                PrincipalArn = role.RoleArn,
                Type = AccessEntryType.Ec2Linux,
            }
        );

        var template = DefineLaunchTemplate(props, role.RoleName);
        AutoScalingGroupName = new AutoscalingGroup(
            this,
            "Default",
            new AutoscalingGroupConfig
            {
                Name = props.NodeGroupName,
                // No desired capacity: it starts with the minimum size, and then the autoscaler controls the number of nodes.
                MinSize = props.MinSize,
                MaxSize = props.MaxSize,
                VpcZoneIdentifier = [.. props.SubnetIds],
                // Without it the group keeps those that it has, and starts no node when one of them is deleted.
                TargetGroupArns = [.. props.TargetGroupArns],
                LaunchTemplate = new AutoscalingGroupLaunchTemplate { Id = template.Id, Version = template.GetStringAttribute("latest_version") },
                InstanceRefresh = new AutoscalingGroupInstanceRefresh
                {
                    Strategy = "Rolling",
                    Preferences = new AutoscalingGroupInstanceRefreshPreferences { MinHealthyPercentage = 90 },
                },
                Tag = TagsOf(clusterName, props),
                Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
                DependsOn = [.. role.Attachments, entry.Entry],
            }
        ).Name;
    }

    /// <summary>Name of the Auto Scaling group, known once it exists.</summary>
    public string AutoScalingGroupName { get; }

    private LaunchTemplate DefineLaunchTemplate(SelfManagedNodeGroupProps props, string roleName)
    {
        var image = new DataAwsSsmParameter(
            this,
            "Image",
            new DataAwsSsmParameterConfig
            {
                Name = $"/aws/service/eks/optimized-ami/{props.KubernetesVersion}/amazon-linux-2023/{props.Architecture.Word()}/standard/recommended/image_id",
            }
        );
        var profile = new IamInstanceProfile(
            this,
            "InstanceProfile",
            new IamInstanceProfileConfig
            {
                Name = props.RoleName,
                Role = roleName,
                Path = props.RoleSettings.Path,
            }
        );

        return new LaunchTemplate(
            this,
            "LaunchTemplate",
            new LaunchTemplateConfig
            {
                // Names of launch templates are unique in an account and have at least three characters.
                NamePrefix = $"{props.NodeGroupName}-",
                ImageId = image.InsecureValue,
                InstanceType = props.InstanceType,
                UserData = Fn.Base64encode(NodeUserData.Of(props.Cluster, props.Labels, props.Taints)),
                VpcSecurityGroupIds = [props.Cluster.ClusterSecurityGroupId],
                IamInstanceProfile = new LaunchTemplateIamInstanceProfile { Arn = profile.Arn },
                MetadataOptions = new LaunchTemplateMetadataOptions
                {
                    HttpEndpoint = "enabled",
                    HttpTokens = "required",
                    // One hop: pods have roles of their own and must not take the node's.
                    HttpPutResponseHopLimit = 1,
                },
                BlockDeviceMappings = new[]
                {
                    new LaunchTemplateBlockDeviceMappings
                    {
                        DeviceName = "/dev/xvda",
                        Ebs = new LaunchTemplateBlockDeviceMappingsEbs
                        {
                            VolumeType = "gp3",
                            VolumeSize = props.DiskSize,
                            Encrypted = "true",
                            DeleteOnTermination = "true",
                        },
                    },
                },
                TagSpecifications = ResourceTags.Of(this, props.Tags) is { } tags
                    ? new[]
                    {
                        new LaunchTemplateTagSpecifications { ResourceType = "volume", Tags = tags },
                    }
                    : null,
                Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
            }
        );
    }

    private static AutoscalingGroupTag[] TagsOf(string clusterName, SelfManagedNodeGroupProps props) =>
        [TagOf($"kubernetes.io/cluster/{clusterName}", "owned"), .. props.Tags.Select(tag => TagOf(tag.Key, tag.Value))];

    private static AutoscalingGroupTag TagOf(string key, string value) =>
        new()
        {
            Key = key,
            Value = value,
            PropagateAtLaunch = true,
        };

    private void Require(SelfManagedNodeGroupProps props)
    {
        Property.Require(this, nameof(props.NodeGroupName), EksLimits.NodeGroupName(props.NodeGroupName));
        Property.Require(this, nameof(props.KubernetesVersion), EksLimits.Version(props.KubernetesVersion));
        Property.Require(this, nameof(props.SubnetIds), Limit.IsToken(props.SubnetIds) ? null : Limit.Entries(props.SubnetIds.Count, 1, int.MaxValue));
        Property.Require(this, nameof(props.MinSize), EksLimits.NodeGroupMinSize(props.MinSize));
        Property.Require(this, nameof(props.MaxSize), EksLimits.NodeGroupMaxSize(props.MaxSize, props.MinSize));
        Property.Require(this, nameof(props.DiskSize), EksLimits.DiskSize(props.DiskSize));
        Property.Require(this, nameof(props.Labels), EksLimits.NodeLabels(props.Labels));
        Property.Require(this, nameof(props.Taints), EksLimits.NodeTaints(props.Taints));
        Property.Require(
            this,
            nameof(props.TargetGroupArns),
            props.TargetGroupArns.Select(arn => AwsLimits.TargetGroupArn(arn)).FirstOrDefault(fault => fault is not null)
        );
    }
}
