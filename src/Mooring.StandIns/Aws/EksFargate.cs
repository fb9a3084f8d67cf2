using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Fargate profiles of EKS, with the access entry that EKS adds for the pod execution role.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html"/>
internal static class EksFargate
{
    private const string Principal = "eks-fargate-pods.amazonaws.com";
    private const string EntryType = "FARGATE_LINUX";
    private const int MostSelectors = 5;

    /// <summary>Its resource.</summary>
    public static ResourceType Resource { get; } =
        new("aws_eks_fargate_profile")
        {
            Unique = ["cluster_name", "fargate_profile_name"],
            Duplicate = "ResourceInUseException: A Fargate Profile already exists with this name: {0}",
            Needs =
            [
                Eks.InCluster with
                {
                    InUse = "ResourceInUseException: Cluster has Fargate profiles attached",
                },
                new("pod_execution_role_arn", "aws_iam_role", "arn", "InvalidParameterException: The role with ARN {0} does not exist"),
            ],
            Apply = Apply,
            Unapply = StopPods,
            Computed = creation => Eks.Member(creation, "fargate_profile_name", "fargateprofile"),
        };

    private static string? Apply(Creation creation)
    {
        var role = creation.Context.Of("aws_iam_role").First(each => each["arn"] == creation["pod_execution_role_arn"]);
        if (role["assume_role_policy"].Text?.Contains(Principal, StringComparison.Ordinal) != true)
        {
            return $"InvalidParameterException: Misconfigured PodExecutionRole Trust Policy; Please add the {Principal} Service Principal";
        }

        if (creation["selector"].Elements.Count > MostSelectors)
        {
            return $"InvalidParameterException: Fargate profile cannot have more than {MostSelectors} selectors";
        }

        if (creation["subnet_ids"].Elements.FirstOrDefault(subnet => creation.Aws().Account.PublicSubnets.Contains(subnet.Text ?? string.Empty)) is { } subnet)
        {
            return $"InvalidParameterException: Subnet {subnet.Text} provided in Fargate Profile is not a private subnet";
        }

        // A cluster without access entries has none to add.
        if (Eks.RefusalOfAccessEntries(creation) is null)
        {
            Eks.AddEntry(creation, creation["pod_execution_role_arn"], EntryType);
        }

        return null;
    }

    /// <summary>The pods are stopped, and the access entry goes with the last profile of its role.</summary>
    private static string? StopPods(ProviderContext context, ObjectValue profile)
    {
        FargatePods.Stop(context.Account, profile);
        if (!context.Of("aws_eks_fargate_profile").Any(other => IsOfSameRole(other, profile, "pod_execution_role_arn")))
        {
            context.Account.Remove(each =>
                each.Type == Eks.Entry
                && each.Scope == context.ScopeOf(Eks.Entry)
                && IsOfSameRole(each.Value, profile, "principal_arn")
                && each.Value["type"].Text == EntryType
            );
        }

        return null;
    }

    private static bool IsOfSameRole(ObjectValue other, ObjectValue profile, string role) =>
        other["cluster_name"] == profile["cluster_name"] && other[role] == profile["pod_execution_role_arn"];
}
