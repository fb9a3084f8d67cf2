using System.Text;

namespace Mooring.Clusters;

/// <summary>What a node of Amazon Linux 2023 reads when it starts, to join its cluster: a NodeConfig for nodeadm.</summary>
/// <seealso href="https://awslabs.github.io/amazon-eks-ami/nodeadm/"/>
internal static class NodeUserData
{
    /// <summary>The user data in plain text, which can contain tokens.</summary>
    public static string Of(ICluster cluster, IReadOnlyDictionary<string, string> labels, IReadOnlyList<NodeTaint> taints)
    {
        var text = new StringBuilder(
            $"""
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=NODE

            --NODE
            Content-Type: application/node.eks.aws

            apiVersion: node.eks.aws/v1alpha1
            kind: NodeConfig
            spec:
              cluster:
                name: '{cluster.ClusterName}'
                apiServerEndpoint: '{cluster.ClusterEndpoint}'
                certificateAuthority: '{cluster.ClusterCertificateAuthorityData}'
                cidr: '{cluster.ClusterServiceCidr}'

            """
        );
        string[] flags =
        [
            .. Flag("node-labels", labels.Select(label => $"{label.Key}={label.Value}")),
            .. Flag("register-with-taints", taints.Select(TaintOf)),
        ];
        if (flags.Length > 0)
        {
            text.Append("  kubelet:\n    flags:\n").AppendJoin(string.Empty, flags.Select(flag => $"      - '{flag}'\n"));
        }

        return text.Append("\n--NODE--\n").Replace("\r\n", "\n").ToString();
    }

    private static IEnumerable<string> Flag(string name, IEnumerable<string> values) =>
        string.Join(',', values) is { Length: > 0 } joined ? [$"--{name}={joined}"] : [];

    private static string TaintOf(NodeTaint taint) => $"{taint.Key}={taint.Value}:{EffectOf(taint.Effect)}";

    /// <summary>What Kubernetes calls an effect; EKS has words of its own.</summary>
    private static string EffectOf(TaintEffect effect) =>
        effect switch
        {
            TaintEffect.NoExecute => "NoExecute",
            TaintEffect.PreferNoSchedule => "PreferNoSchedule",
            _ => "NoSchedule",
        };
}
