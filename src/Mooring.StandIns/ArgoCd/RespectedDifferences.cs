using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;

namespace Mooring.StandIns.ArgoCd;

/// <summary>
/// What the option <c>RespectIgnoreDifferences</c> makes of a resource before it is applied: the ignored parts of the one in the cluster. It takes the parts
/// of a list by position: where the cluster has more webhooks, it adds ones that have nothing but an authority, which the cluster refuses, and where it has
/// fewer, the new ones have no authority.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#respect-ignore-difference-configs"/>
internal static class RespectedDifferences
{
    /// <summary>The resource as it is applied.</summary>
    public static ManagedResource Keep(ManagedResource target, ManagedResource? live, IReadOnlyList<IgnoredDifference> ignored)
    {
        var parts = ignored.Where(each => each.Kind == target.Kind && (each.Name ?? target.Name) == target.Name).Select(each => each.Part).ToArray();
        if (live is null || parts.Length == 0)
        {
            return target;
        }

        var content = (JsonObject)target.Content.DeepClone();
        if (parts.Contains(IgnoredDifference.Data) && live.Content["data"] is { } data)
        {
            content["data"] = data.DeepClone();
        }

        if (parts.Contains(IgnoredDifference.Authorities) && content["webhooks"] is JsonArray webhooks)
        {
            KeepAuthorities(webhooks, live.Authorities);
        }

        return target with
        {
            Content = content,
        };
    }

    private static void KeepAuthorities(JsonArray webhooks, IReadOnlyList<string> authorities)
    {
        for (var index = 0; index < Math.Max(webhooks.Count, authorities.Count); index++)
        {
            if (index >= webhooks.Count)
            {
                webhooks.Add(new JsonObject());
            }

            var webhook = (JsonObject)webhooks[index]!;
            webhook["clientConfig"] = new JsonObject { ["caBundle"] = index < authorities.Count ? authorities[index] : string.Empty };
        }
    }
}
