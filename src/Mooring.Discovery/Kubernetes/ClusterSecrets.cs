using System.Net;
using Mooring.Aws;

namespace Mooring.Discovery.Kubernetes;

/// <summary>
/// Reads the Secrets by which Argo CD knows clusters. kubectl takes out of them what is asked for, so that no credential reaches this program: neither
/// <c>data.config</c>, nor the annotation in which <c>kubectl apply</c> keeps a copy of the whole Secret.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
internal static class ClusterSecrets
{
    private const string Selector = "argocd.argoproj.io/secret-type=cluster";

    /// <summary>A line for each Secret: fields between tabs, in the encoding of URLs, which has neither tabs nor line ends.</summary>
    private const string Template =
        "{{range .items}}{{.metadata.namespace}}{{\"\\t\"}}{{.metadata.name}}{{\"\\t\"}}"
        + "{{with .data}}{{with .server}}{{. | base64decode | urlquery}}{{end}}{{end}}"
        + "{{range $key, $value := .metadata.labels}}{{\"\\t\"}}label {{$key | urlquery}} {{$value | urlquery}}{{end}}"
        + "{{range $key, $value := .metadata.annotations}}{{if ne $key \"kubectl.kubernetes.io/last-applied-configuration\"}}"
        + "{{\"\\t\"}}annotation {{$key | urlquery}} {{$value | urlquery}}{{end}}{{end}}{{\"\\n\"}}{{end}}";

    /// <summary>Reads those of a cluster, which may be the one that Argo CD runs in.</summary>
    /// <exception cref="AskedProgramException">kubectl failed.</exception>
    public static async Task<IReadOnlyList<ClusterSecret>> ReadAsync(Kubectl kubectl)
    {
        var answer = await kubectl.AskAsync("get", "secrets", "--all-namespaces", "--selector", Selector, "--output", $"go-template={Template}");
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Of)];
    }

    private static ClusterSecret Of(string line)
    {
        var fields = line.Split('\t');
        return new(fields[0], fields[1], WebUtility.UrlDecode(fields[2])) { Labels = PairsOf(fields, "label"), Annotations = PairsOf(fields, "annotation") };
    }

    private static Dictionary<string, string> PairsOf(string[] fields, string kind) =>
        fields
            .Skip(3)
            .Select(field => field.Split(' '))
            .Where(words => words[0] == kind)
            .ToDictionary(words => WebUtility.UrlDecode(words[1]), words => WebUtility.UrlDecode(words[2]), StringComparer.Ordinal);
}
