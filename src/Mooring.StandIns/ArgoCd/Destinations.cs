using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Finds the cluster of an Application's destination.</summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/util/argo/argo.go"/>
internal static class Destinations
{
    /// <summary>The cluster that Argo CD runs in, which needs no Secret.</summary>
    public const string InCluster = "https://kubernetes.default.svc";

    /// <summary>The server of a destination; <see langword="null"/> and an error where there is none or more than one.</summary>
    public static string? ServerOf(ApplicationSpec spec, IReadOnlyList<ClusterSecret> secrets, out string error)
    {
        error = string.Empty;
        if (spec.Server is { Length: > 0 } server)
        {
            if (server.TrimEnd('/') == InCluster || secrets.Any(secret => secret.Server == server.TrimEnd('/')))
            {
                return server.TrimEnd('/');
            }

            error = $"error getting cluster by server \"{server}\": cluster \"{server}\" not found";
            return null;
        }

        var servers = secrets.Where(secret => secret.Name == spec.ClusterName).Select(secret => secret.Server).ToArray();
        error =
            servers.Length == 0 ? $"there are no clusters with this name: {spec.ClusterName}"
            : servers.Length > 1 ? $"there are {servers.Length} clusters with the same name: [{string.Join(' ', servers)}]"
            : string.Empty;
        return servers.Length == 1 ? servers[0] : null;
    }
}
