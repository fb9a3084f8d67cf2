using Mooring.Discovery.Answers;
using Mooring.Fleet;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares clusters. Each exists and is only looked up: what it has is a comment.</summary>
/// <param name="declared">Collects what is declared.</param>
/// <param name="inside">Declares what kubectl told.</param>
internal sealed class ClusterDeclaration(Declared declared, InsideCluster inside)
{
    /// <summary>Declares one.</summary>
    /// <param name="answer">The cluster.</param>
    /// <param name="path">Its place in the file.</param>
    public ClusterSpec Of(ClusterAnswer answer, string path)
    {
        declared.Add(path, answer.Name, ClusterReader.Owner(answer.Name));
        declared.Comment(path, $"Kubernetes {answer.Version}, authentication mode {answer.AuthenticationMode ?? "CONFIG_MAP"}{StatusOf(answer)}");
        Comment(path, "node groups", answer.NodeGroups);
        Comment(path, "add-ons", answer.AddOns);
        Comment(path, "access entries", answer.AccessEntries ?? []);
        Comment(path, "Pod Identity associations", answer.PodIdentities);
        if (answer.NodeSecurityGroups.Count > 0)
        {
            declared.Comment($"{path}.nodeSecurityGroups", "its nodes do not have the security group that EKS made for the cluster");
        }

        if (answer.HasOidcProvider == false)
        {
            declared.Comment(
                path,
                "IAM has no OIDC provider of this cluster: add 'oidcProvider: create' before its first binding, unless the controller has Pod Identity"
            );
        }

        inside.Comment(answer, path);
        return new()
        {
            Existing = true,
            NodeSecurityGroups = answer.NodeSecurityGroups,
            Controller = inside.ControllerOf(answer, path),
        };
    }

    private static string StatusOf(ClusterAnswer answer) => answer.Status is { } status and not "ACTIVE" ? $", status {status}" : string.Empty;

    private void Comment(string path, string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            declared.Comment(path, $"{what}, which stay as they are: {string.Join(", ", names)}");
        }
    }
}
