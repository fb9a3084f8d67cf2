using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Compares what the sources of an Application have with what is in its cluster.</summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/controller/state.go"/>
internal static class Comparison
{
    /// <summary>Whether the cluster has all of the resources, as the Application's, and no others of it.</summary>
    public static bool IsSynced(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster) =>
        HasAll(application, targets, cluster) && Superfluous(application, targets, cluster).Count == 0;

    /// <summary>Whether the cluster has all of the resources, as the Application's.</summary>
    public static bool HasAll(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster) =>
        targets.All(target => IsSynced(application, target, cluster.Find(target.Key)));

    /// <summary>The Application's resources in the cluster that its sources no longer have.</summary>
    public static IReadOnlyList<LiveResource> Superfluous(Application application, IReadOnlyList<ManagedResource> targets, ManagedCluster cluster) =>
        [.. cluster.Of(application.Name).Where(live => !live.Resource.IsKept && !targets.Any(target => target.Key == live.Resource.Key))];

    /// <summary>Why Argo CD may not manage the resources: the Secret confines it to namespaces, or the project does not allow them.</summary>
    /// <seealso href="https://github.com/argoproj/gitops-engine/blob/master/pkg/cache/cluster.go"/>
    public static string? Refusal(IReadOnlyList<ManagedResource> targets, ClusterSecret? secret, AppProject project)
    {
        foreach (var target in targets)
        {
            if (secret is { Namespaces.Count: > 0 } && target.Namespace is null && !secret.ClusterResources)
            {
                return $"Cluster level {target.Kind} \"{target.Name}\" can not be managed when in namespaced mode";
            }

            if (secret is { Namespaces.Count: > 0 } && target.Namespace is { } space && !secret.Namespaces.Contains(space))
            {
                return $"Namespace \"{space}\" for {target.Kind} \"{target.Name}\" is not managed";
            }

            if (target.Namespace is null && !project.AllowsClusterResource(target.Group, target.Kind))
            {
                return $"resource {target.Group}:{target.Kind} is not permitted in project {project.Name}";
            }
        }

        return null;
    }

    private static bool IsSynced(Application application, ManagedResource target, LiveResource? live) =>
        live is not null
        && live.Application == application.Name
        && JsonNode.DeepEquals(Without(target, application.Spec.IgnoredDifferences), Without(live.Resource, application.Spec.IgnoredDifferences));

    private static JsonObject Without(ManagedResource resource, IReadOnlyList<IgnoredDifference> ignored)
    {
        var content = (JsonObject)resource.Content.DeepClone();
        foreach (var part in ignored.Where(each => each.Kind == resource.Kind && (each.Name ?? resource.Name) == resource.Name).Select(each => each.Part))
        {
            if (part == IgnoredDifference.Data)
            {
                content.Remove("data");
                continue;
            }

            foreach (var webhook in content.ListAt("webhooks"))
            {
                (webhook.At("clientConfig") as JsonObject)?.Remove("caBundle");
            }
        }

        return content;
    }
}
