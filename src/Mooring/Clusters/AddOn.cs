using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksAddon;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Defines an add-on of an EKS cluster: software that EKS installs and keeps up to date.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html"/>
public class AddOn : Construct
{
    /// <summary>Defines an add-on.</summary>
    /// <exception cref="ArgumentException">A property is outside EKS's limits.</exception>
    public AddOn(Construct scope, string id, AddOnProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.ClusterName), EksLimits.ClusterName(props.ClusterName));
        Limit.Require(nameof(props.AddOnName), EksLimits.AddOnName(props.AddOnName));
        Limit.Require(nameof(props.ConfigurationValues), props.ConfigurationValues is { } values ? EksLimits.AddOnConfiguration(values) : null);
        Limit.Require(nameof(props.ServiceAccountRoleArn), props.ServiceAccountRoleArn is { } roleArn ? AwsLimits.RoleArn(roleArn) : null);
        Limit.Require(nameof(props.ResolveConflictsOnCreate), EksLimits.ResolveConflictsOnCreate(props.ResolveConflictsOnCreate));

        AddOnArn = new EksAddon(this, "Default", new EksAddonConfig
        {
            ClusterName = props.ClusterName,
            AddonName = props.AddOnName,
            AddonVersion = props.Version,
            ConfigurationValues = props.ConfigurationValues,
            ServiceAccountRoleArn = props.ServiceAccountRoleArn,
            ResolveConflictsOnCreate = props.ResolveConflictsOnCreate.Word(),
            ResolveConflictsOnUpdate = props.ResolveConflictsOnUpdate.Word(),
            Tags = ResourceTags.Of(props.Tags),
        }).Arn;
    }

    /// <summary>ARN of the add-on.</summary>
    public string AddOnArn { get; }
}
