using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>
/// Tokens of the caller for a cluster. The AWS provider signs a URL of STS itself and asks neither EKS nor STS, so there is a token for any name,
/// and only the cluster refuses it.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/eks/token.go"/>
internal static class ClusterToken
{
    private const string Type = "aws_eks_cluster_auth";
    private const string Prefix = "k8s-aws-v1.";

    /// <summary>A token that Terraform keeps in its state.</summary>
    public static DataSource DataSource { get; } =
        new(
            Type,
            (configuration, context) =>
                Value.Object([new("id", configuration["name"]), new("token", Token(configuration["name"].Text!, string.Empty, context))])
        );

    /// <summary>A token that Terraform keeps nowhere, another one at each opening.</summary>
    public static EphemeralResource EphemeralResource { get; } = new(Type, Open);

    /// <summary>The account of the identity that a token of a cluster shows; <see langword="null"/> for a token of another cluster, or none.</summary>
    public static string? AccountOf(string cluster, string? token) =>
        TextOf(token)?.Split('/') is [var name, _, var account] && name == cluster ? account : null;

    private static IEnumerable<KeyValuePair<string, Value>> Open(Value configuration, ProviderContext context)
    {
        var cluster = configuration["name"].Text!;
        var opening = context.Account.CountCreated(Type, cluster).ToString(CultureInfo.InvariantCulture);
        return [new("token", Token(cluster, opening, context))];
    }

    /// <summary>
    /// A token with a text in place of the signed URL: the name of the cluster, for an ephemeral one the number of its opening, and the caller's account.
    /// </summary>
    private static string Token(string cluster, string opening, ProviderContext context) =>
        $"{Prefix}{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{cluster}/{opening}/{((AwsContext)context).AccountId}"))}";

    private static string? TextOf(string? token) =>
        token?.StartsWith(Prefix, StringComparison.Ordinal) == true && Base64Url.IsValid(token.AsSpan(Prefix.Length))
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(Prefix.Length)))
            : null;
}
