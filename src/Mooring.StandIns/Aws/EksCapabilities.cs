using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>EKS Capabilities, with the access entry that EKS adds for each.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
internal static class EksCapabilities
{
    private const string Principal = "capabilities.eks.amazonaws.com";

    /// <summary>Its resource.</summary>
    public static ResourceType Resource { get; } =
        new("aws_eks_capability")
        {
            // A cluster has one capability of each type.
            Unique = ["cluster_name", "type"],
            Duplicate = "ResourceInUseException: Capability of type {0} already exists on the cluster",
            Needs =
            [
                Eks.InCluster with
                {
                    InUse = "ResourceInUseException: Cluster has capabilities attached",
                },
                new("role_arn", "aws_iam_role", "arn", "InvalidParameterException: The role with ARN {0} does not exist"),
            ],
            Apply = Apply,
            Unapply = RemoveEntry,
            Kept = KeptEndpoints,
            Computed = Capability,
        };

    private static string? Apply(Creation creation)
    {
        if (Eks.RefusalOfAccessEntries(creation) is { } refusal)
        {
            return refusal;
        }

        var trust = creation.Context.Of("aws_iam_role").First(role => role["arn"] == creation["role_arn"])["assume_role_policy"].Text ?? string.Empty;
        if (!trust.Contains(Principal, StringComparison.Ordinal) || !trust.Contains("sts:TagSession", StringComparison.Ordinal))
        {
            return $"InvalidParameterException: The role must let {Principal} use sts:AssumeRole and sts:TagSession";
        }

        Eks.AddEntry(creation, creation["role_arn"]);
        return null;
    }

    private static string? RemoveEntry(ProviderContext context, ObjectValue capability)
    {
        string[] gone = [Eks.Entry, "aws_eks_access_policy_association"];
        context.Account.Remove(each => gone.Contains(each.Type) && each.Scope == context.ScopeOf(Eks.Entry) && IsOf(capability, each.Value));
        return null;
    }

    private static bool IsOf(ObjectValue capability, ObjectValue access) =>
        access["cluster_name"] == capability["cluster_name"] && access["principal_arn"] == capability["role_arn"];

    /// <summary>The provider does not send a network access that is gone from the configuration, and EKS keeps it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateArgoCdConfig.html"/>
    private static ObjectValue KeptEndpoints(ObjectValue prior, ObjectValue updated)
    {
        const string path = "configuration.argo_cd.network_access";
        var before = prior.At("configuration", "argo_cd", "network_access");
        return before.Elements.Count > 0 && updated.At("configuration", "argo_cd", "network_access").Elements.Count == 0
            ? (ObjectValue)ValuePath.Set(updated, path, before)
            : updated;
    }

    private static IEnumerable<KeyValuePair<string, Value>> Capability(Creation creation)
    {
        var (cluster, name, aws) = (creation.Text("cluster_name"), creation.Text("capability_name"), creation.Aws());
        var digits = creation.MadeUp(16, "server");
        return
        [
            new("arn", aws.Arn("eks", $"capability/{cluster}/argocd/{name}/{creation.MadeUp(32, "arn")}")),
            new("version", "3.1.8-eks-1"),
            new("configuration.argo_cd.server_url", $"https://{digits}.eks-capabilities.{aws.Region}.{aws.DnsSuffix}"),
            new("configuration.argo_cd.namespace", "argocd"),
            new("configuration.argo_cd.aws_idc.idc_managed_application_arn", $"arn:{aws.Partition}:sso::{aws.AccountId}:application/{digits}"),
            new("configuration.argo_cd.aws_idc.idc_region", aws.Region),
        ];
    }
}
