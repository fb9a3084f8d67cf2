using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksFargateProfile;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines a Fargate profile and its pod execution role: pods that match a selector when they are scheduled run on AWS Fargate, without nodes. EKS adds the
/// role's access entry. The AWS provider creates and deletes the profiles of a cluster one at a time, as EKS requires.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html"/>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/eks/fargate_profile.go"/>
public class FargateProfile : Construct
{
    /// <summary>Defines a profile.</summary>
    /// <exception cref="ConstructException">A property is outside the limits of EKS or IAM.</exception>
    public FargateProfile(Construct scope, string id, FargateProfileProps props)
        : base(scope, id)
    {
        Require(props);
        var role = new ServiceRole(
            this,
            "Role",
            new ServiceRoleProps
            {
                RoleName = props.RoleName,
                ServicePrincipal = "eks-fargate-pods.amazonaws.com",
                SaysSourceAccount = false,
                SourceArn = AwsAccount.Of(this).FargateProfileArns(props.Region, props.EksClusterName),
                ManagedPolicies = ["AmazonEKSFargatePodExecutionRolePolicy"],
                Settings = props.RoleSettings,
            }
        );
        var profile = new EksFargateProfile(
            this,
            "Default",
            new EksFargateProfileConfig
            {
                ClusterName = props.Cluster.ClusterName,
                FargateProfileName = props.ProfileName,
                PodExecutionRoleArn = role.RoleArn,
                SubnetIds = [.. props.SubnetIds],
                Selector = props
                    .Selectors.Select(selector => new EksFargateProfileSelector
                    {
                        Namespace = selector.Namespace,
                        Labels = selector.Labels.Count == 0 ? null : new Dictionary<string, string>(selector.Labels),
                    })
                    .ToArray(),
                Tags = ResourceTags.Of(this, props.Tags),
                // Pods of a profile that is deleted can be scheduled with the new one.
                Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
                DependsOn = [.. role.Attachments],
            }
        );

        ProfileArn = profile.Arn;
        RoleArn = role.RoleArn;
        Resource = profile;
    }

    /// <summary>ARN of the profile.</summary>
    public string ProfileArn { get; }

    /// <summary>ARN of the pod execution role.</summary>
    public string RoleArn { get; }

    /// <summary>What must be there before pods that shall run on Fargate.</summary>
    internal ITerraformDependable Resource { get; }

    private void Require(FargateProfileProps props)
    {
        Property.Require(this, nameof(props.EksClusterName), EksLimits.ClusterName(props.EksClusterName));
        Property.Require(this, nameof(props.Region), AwsLimits.Region(props.Region));
        Property.Require(this, nameof(props.ProfileName), FargateLimits.Name(props.ProfileName));
        Property.Require(this, nameof(props.SubnetIds), Limit.Entries(props.SubnetIds.Count, 1, int.MaxValue) ?? Limit.NoneTwice(props.SubnetIds));
        Property.Require(this, nameof(props.Selectors), FargateLimits.Selectors(props.Selectors.Count));
        foreach (var selector in props.Selectors)
        {
            Property.Require(this, nameof(selector.Namespace), FargateLimits.Namespace(selector.Namespace));
            Property.Require(this, nameof(selector.Labels), FargateLimits.Labels(selector.Labels.Count));
            Property.Require(
                this,
                nameof(selector.Labels),
                selector
                    .Labels.Select(label => FargateLimits.LabelKey(label.Key) ?? FargateLimits.LabelValue(label.Value))
                    .FirstOrDefault(fault => fault is not null)
            );
        }
    }
}
