using System.Text.Json;
using Mooring.Aws;

namespace Mooring.Discovery.Answers;

/// <summary>Reads EKS clusters.</summary>
/// <param name="questions">What asks AWS.</param>
internal sealed class ClusterReader(Questions questions)
{
    private const string Service = "eks";

    /// <summary>The words for a cluster in a note.</summary>
    public static string Owner(string name) => $"cluster {name}";

    /// <summary>Asks for the names of the clusters of the region.</summary>
    /// <returns>The names; <see langword="null"/> where a permission is missing.</returns>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<IReadOnlyList<string>?> NamesAsync() =>
        (await questions.TryAskAsync("clusters", "their names", Service, "list-clusters"))?.Texts("clusters");

    /// <summary>Reads clusters.</summary>
    /// <param name="names">Their names.</param>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<IReadOnlyList<ClusterAnswer>> ReadAsync(IReadOnlyList<string> names)
    {
        var providers = await questions.TryAskAsync("clusters", "OIDC providers", "iam", "list-open-id-connect-providers");
        var read = await questions.ForEachAsync([.. names.Order(StringComparer.Ordinal)], name => ReadAsync(name, providers));
        return [.. read.OfType<ClusterAnswer>()];
    }

    private async Task<ClusterAnswer?> ReadAsync(string name, JsonElement? providers)
    {
        if (await AskAsync(name, "its description", "describe-cluster", "--name") is not { } answer)
        {
            return null;
        }

        var cluster = new ClusterAnswer(answer.Object("cluster"));
        var associations = await AskAsync(name, "Pod Identity associations", "list-pod-identity-associations", "--cluster-name");
        var hasEntries = cluster.AuthenticationMode is not (null or "CONFIG_MAP");
        return cluster with
        {
            NodeGroups = (await AskAsync(name, "node groups", "list-nodegroups", "--cluster-name"))?.Texts("nodegroups") ?? [],
            AddOns = (await AskAsync(name, "add-ons", "list-addons", "--cluster-name"))?.Texts("addons") ?? [],
            AccessEntries = hasEntries ? (await AskAsync(name, "access entries", "list-access-entries", "--cluster-name"))?.Texts("accessEntries") : null,
            PodIdentities = [.. (associations?.Items("associations") ?? []).Select(each => $"{each.Text("namespace")}/{each.Text("serviceAccount")}")],
            HasOidcProvider = providers?.Items("OpenIDConnectProviderList").Any(each => IsOf(each, cluster)),
            NodeSecurityGroups = await NodeSecurityGroupsAsync(cluster),
        };
    }

    /// <summary>Nodes have the tag that the Kubernetes components find them by.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html"/>
    private async Task<IReadOnlyList<string>> NodeSecurityGroupsAsync(ClusterAnswer cluster)
    {
        var answer = await questions.TryAskAsync(
            Owner(cluster.Name),
            "security groups of its nodes",
            "ec2",
            "describe-instances",
            "--filters",
            $"Name=tag:kubernetes.io/cluster/{cluster.Name},Values=owned,shared",
            "Name=instance-state-name,Values=running"
        );
        var groups = (answer?.Items("Reservations") ?? [])
            .SelectMany(reservation => reservation.Items("Instances"))
            .Select(node => node.Items("SecurityGroups").Select(group => group.Required("GroupId")).ToArray())
            .Where(node => !node.Contains(cluster.SecurityGroup))
            .SelectMany(node => node);
        return [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private Task<JsonElement?> AskAsync(string name, string what, string command, string option) =>
        questions.TryAskAsync(Owner(name), what, Service, command, option, name);

    private static bool IsOf(JsonElement provider, ClusterAnswer cluster) =>
        cluster.Issuer is { } issuer && provider.Required("Arn").EndsWith($"oidc-provider/{issuer}", StringComparison.Ordinal);
}
