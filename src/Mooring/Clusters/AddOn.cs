using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksAddon;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Defines an add-on of an EKS cluster: software that EKS installs and updates.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html"/>
public class AddOn : Construct
{
    /// <summary>What no property expresses: the Pod Identity associations that somebody gave an add-on stay.</summary>
    private static readonly string[] s_leftAsTheyAre = ["pod_identity_association"];

    /// <summary>Defines an add-on.</summary>
    /// <exception cref="ConstructException">A property is outside EKS's limits.</exception>
    public AddOn(Construct scope, string id, AddOnProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.AddOnName), EksLimits.AddOnName(props.AddOnName));
        Property.Require(this, nameof(props.Version), props.Version is { } version ? EksLimits.AddOnVersion(version) : null);
        Property.Require(this, nameof(props.ConfigurationValues), props.ConfigurationValues is { } values ? EksLimits.AddOnConfiguration(values) : null);
        Property.Require(this, nameof(props.ServiceAccountRoleArn), props.ServiceAccountRoleArn is { } roleArn ? AwsLimits.RoleArn(roleArn) : null);
        Property.Require(this, nameof(props.ResolveConflictsOnCreate), EksLimits.ResolveConflictsOnCreate(props.ResolveConflictsOnCreate));

        var addOn = new EksAddon(
            this,
            "Default",
            new EksAddonConfig
            {
                ClusterName = props.Cluster.ClusterName,
                AddonName = props.AddOnName,
                AddonVersion = props.Version,
                // An add-on without it keeps the last ones.
                ConfigurationValues = props.ConfigurationValues ?? "{}",
                ServiceAccountRoleArn = props.ServiceAccountRoleArn,
                ResolveConflictsOnCreate = props.ResolveConflictsOnCreate.Word(),
                ResolveConflictsOnUpdate = props.ResolveConflictsOnUpdate.Word(),
                Tags = ResourceTags.Of(this, props.Tags),
                Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = s_leftAsTheyAre },
                DependsOn = props.After.Count == 0 ? null : [.. props.After],
            }
        );
        if (props.AdoptId is { } existing)
        {
            addOn.ImportFrom(existing);
        }

        AddOnArn = addOn.Arn;
    }

    /// <summary>ARN of the add-on.</summary>
    public string AddOnArn { get; }
}
