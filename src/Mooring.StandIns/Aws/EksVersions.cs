using System.Globalization;
using Mooring.StandIns.Providers;

namespace Mooring.StandIns.Aws;

/// <summary>What EKS allows between the versions of a control plane and its managed nodes.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html"/>
internal static class EksVersions
{
    /// <summary>The version of a cluster that is created without one.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"/>
    public const string Newest = "1.36";

    /// <summary>How many minor versions managed nodes may be behind their control plane.</summary>
    private const int MostBehind = 3;

    /// <summary>Why a control plane cannot have a version: it goes up by one minor version at a time, and not too far ahead of its nodes.</summary>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-aws/issues/19478"/>
    public static string? RefusalOfCluster(Creation creation)
    {
        if ((creation.Prior["version"].Text, creation["version"].Text) is not ({ } prior, { } version) || prior == version)
        {
            return null;
        }

        if (MinorOf(version) != MinorOf(prior) + 1)
        {
            return $"InvalidParameterException: Unsupported Kubernetes minor version update from {prior} to {version}";
        }

        var left = creation
            .Context.Of("aws_eks_node_group")
            .Where(group => group["cluster_name"] == creation["name"] && MinorOf(version) - MinorOf(group["version"].Text!) > MostBehind)
            .Select(group => group["node_group_name"].Text)
            .ToArray();
        return left.Length == 0
            ? null
            : $"InvalidRequestException: Nodegroups {string.Join(", ", left)} must be updated to match cluster version {prior} before updating cluster version";
    }

    /// <summary>Why managed nodes cannot have a version: a new node group, or one whose version changes, gets that of its cluster.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupVersion.html"/>
    public static string? RefusalOfNodeGroup(Creation creation) =>
        creation["version"].Text is { } version && creation.Prior["version"].Text != version && OfCluster(creation) != version
            ? $"InvalidParameterException: the version of a node group must be that of its cluster, {OfCluster(creation)}, got {version}"
            : null;

    /// <summary>The version of the cluster that an object belongs to.</summary>
    public static string? OfCluster(Creation creation) =>
        creation.Context.Of("aws_eks_cluster").FirstOrDefault(cluster => cluster["name"] == creation["cluster_name"])?["version"].Text;

    private static int MinorOf(string version) => int.Parse(version.Split('.')[1], CultureInfo.InvariantCulture);
}
