using Constructs;
using HashiCorp.Cdktf.Providers.Aws.Ec2Tag;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Karpenter;

/// <summary>
/// Defines what the nodes that Karpenter launches need: their role, the access entry with which they join the cluster, and the tags by which an
/// <c>EC2NodeClass</c> finds their subnets and security groups.
/// </summary>
/// <seealso href="https://karpenter.sh/docs/concepts/nodeclasses/"/>
public class KarpenterNodes : Construct
{
    /// <summary>Defines them.</summary>
    /// <exception cref="ConstructException">A name, an id or the tag is outside AWS's limits.</exception>
    public KarpenterNodes(Construct scope, string id, KarpenterNodesProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.SubnetIds), Limit.Entries(props.SubnetIds.Count, 1, int.MaxValue) ?? Limit.NoneTwice(props.SubnetIds));
        Property.RequireEach(this, nameof(props.SubnetIds), props.SubnetIds, AwsLimits.SubnetId);
        Property.RequireEach(this, nameof(props.SecurityGroupIds), props.SecurityGroupIds, AwsLimits.SecurityGroupId);
        Property.Require(this, nameof(props.DiscoveryTag), AwsLimits.TagKey(props.DiscoveryTag));
        var role = NodeRole.DefineKarpenter(this, props.RoleName, props.RoleSettings);
        _ = new AccessEntry(
            this,
            "AccessEntry",
            new AccessEntryProps
            {
                Cluster = props.Cluster,
                PrincipalArn = role.RoleArn,
                Type = AccessEntryType.Ec2Linux,
            }
        );
        foreach (var resource in props.SubnetIds.Concat(props.SecurityGroupIds))
        {
            DefineTag(resource, resource, props);
        }

        if (props.SecurityGroupIds.Count == 0)
        {
            DefineTag("ClusterSecurityGroup", props.Cluster.ClusterSecurityGroupId, props);
        }

        RoleName = role.RoleName;
        RoleArn = role.RoleArn;
    }

    /// <summary>Name of the role, known once it exists: the <c>role</c> of an <c>EC2NodeClass</c>.</summary>
    public string RoleName { get; }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    private void DefineTag(string id, string resource, KarpenterNodesProps props) =>
        _ = new Ec2Tag(
            this,
            $"DiscoveryTag-{id}",
            new Ec2TagConfig
            {
                ResourceId = resource,
                Key = props.DiscoveryTag,
                Value = props.EksClusterName,
            }
        );
}
