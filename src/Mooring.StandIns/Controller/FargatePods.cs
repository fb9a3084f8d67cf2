using System.IO.Enumeration;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The pods that run on Fargate. EKS stops the pods of a profile that is deleted, all at once. New ones start with another profile that selects them, or on
/// nodes; where there are neither, they stay pending. Where a selector has labels it is not known which pods it selects, and none are taken to be.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/delete-fargate-profile.html"/>
internal static class FargatePods
{
    private const string Profile = "aws_eks_fargate_profile";

    /// <summary>Schedules the pods of a namespace that start now. They stay there, whatever profiles come.</summary>
    public static void Schedule(PretendedAccount account, ClusterState cluster, string space) =>
        cluster.Profiles.TryAdd(space, NameOf(FirstOf(ProfilesOf(account, cluster), space)));

    /// <summary>Stops the pods of a profile that was deleted.</summary>
    public static void Stop(PretendedAccount account, ObjectValue deleted)
    {
        foreach (var cluster in account.Clusters.All.Where(each => BindingController.NameOf(account, each) == deleted["cluster_name"].Text))
        {
            cluster.StoppedNamespaces.UnionWith(cluster.Profiles.Where(pods => pods.Value == NameOf(deleted)).Select(pods => pods.Key));
            BindingController.Reconcile(account, cluster.Endpoint);
        }
    }

    /// <summary>Starts stopped pods where there is something that they can run on.</summary>
    public static void Start(PretendedAccount account)
    {
        foreach (var cluster in account.Clusters.All.Where(each => each.StoppedNamespaces.Count > 0))
        {
            var profiles = ProfilesOf(account, cluster);
            var hasNodes = HasNodes(account, cluster);
            foreach (var space in cluster.StoppedNamespaces.Where(space => hasNodes || FirstOf(profiles, space) is not null).ToArray())
            {
                cluster.StoppedNamespaces.Remove(space);
                cluster.Profiles[space] = NameOf(FirstOf(profiles, space));
            }

            BindingController.Reconcile(account, cluster.Endpoint);
        }
    }

    private static string? NameOf(ObjectValue? profile) => profile?["fargate_profile_name"].Text;

    /// <summary>Of several profiles that select a pod, EKS takes the first by name.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html#fargate-profile-wildcards"/>
    private static ObjectValue? FirstOf(IEnumerable<ObjectValue> profiles, string space) =>
        profiles
            .Where(profile => profile["selector"].Elements.Any(selector => IsWithoutLabels(selector) && IsMatch(selector["namespace"].Text!, space)))
            .MinBy(profile => profile["fargate_profile_name"].Text, StringComparer.Ordinal);

    private static bool IsWithoutLabels(Value selector) => selector["labels"] is not ObjectValue { Members.Count: > 0 };

    private static bool IsMatch(string pattern, string space) => FileSystemName.MatchesSimpleExpression(pattern, space, ignoreCase: false);

    private static ObjectValue[] ProfilesOf(PretendedAccount account, ClusterState cluster)
    {
        var name = BindingController.NameOf(account, cluster);
        return [.. account.Of(Profile).Where(profile => profile.Value["cluster_name"].Text == name).Select(profile => profile.Value)];
    }

    /// <summary>
    /// Whether pods can run on nodes: those of a node group, of EKS Auto Mode, or of somebody who has an access entry for their role, such as
    /// Karpenter. A cluster that Terraform did not create has nodes of somebody else.
    /// </summary>
    private static bool HasNodes(PretendedAccount account, ClusterState cluster) =>
        BindingController.ClusterOf(account, cluster) is { } eks
        && (
            eks["role_arn"].IsNull
            || AutoModeBindings.HasAutoMode(eks)
            || account.Of("aws_eks_node_group").Any(group => group.Value["cluster_name"] == eks["name"])
            || account.Of("aws_eks_access_entry").Any(entry => entry.Value["cluster_name"] == eks["name"] && entry.Value["type"].Text == "EC2_LINUX")
        );
}
