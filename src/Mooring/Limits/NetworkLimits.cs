using System.Net;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>What networks accept: ports, address blocks, subnets.</summary>
/// <seealso cref="Limit"/>
internal static partial class NetworkLimits
{
    /// <summary>The highest TCP port.</summary>
    public const int HighestPort = 65535;

    private const string LabelRegex = "[0-9a-z]([0-9a-z-]*[0-9a-z])?";
    private const string AuthorityRegex = $@"({LabelRegex}(\.{LabelRegex})*|\[[0-9a-f:]+\])(:[1-9][0-9]{{0,4}})?";
    private const string ApiServerRegex = $@"^https://{AuthorityRegex}\z";
    private const string ProxyRegex = $@"^(https?|socks5)://{AuthorityRegex}\z";

    /// <summary>A TCP port, 1 to 65535.</summary>
    [Bounds(1, HighestPort)]
    public static string? Port(int value) => Limit.Between(value, 1, HighestPort);

    /// <summary>
    /// A CIDR block, IPv4 or IPv6, without bits set behind the prefix, in its canonical form: in another one AWS returns it changed, and Terraform
    /// sees a difference in every plan.
    /// </summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc5952"/>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html"/>
    [Pattern(@"^[0-9A-Fa-f.:]+/[0-9]{1,3}\z", IsPartial = true)]
    public static string? Cidr(string value) =>
        Limit.IsToken(value) ? null
        : !IPNetwork.TryParse(value, out var network) || !IPAddress.TryParse(value.Split('/')[0], out var address) || !network.BaseAddress.Equals(address)
            ? $"must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '{value}'"
        : network.ToString() != value ? $"must be in its canonical form, '{network}', got '{value}'"
        : null;

    /// <summary>Subnets of which at least two must be in different zones: no two of them the same.</summary>
    [Entries(2)]
    [Unique]
    public static string? Subnets(IReadOnlyList<string> subnets) =>
        Limit.IsToken(subnets) ? null
        : subnets.GroupBy(subnet => subnet).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"must not have an entry twice, got '{twice}'"
        : Limit.Entries(subnets.Count, 2, int.MaxValue);

    /// <summary>URL of a Kubernetes API server: a host and a port, without a path.</summary>
    [Pattern(ApiServerRegex)]
    public static string? ApiServer(string value) =>
        Limit.IsToken(value) || ApiServerPattern().IsMatch(value)
            ? null
            : $"must be a URL such as 'https://blue.example.com:8443', in lower case and without a path or a slash at the end, got '{value}'";

    /// <summary>
    /// URL of a proxy to a Kubernetes API server: HTTP or SOCKS5, as Kubernetes' Go client takes it. A user and a password would be in the output of the
    /// synthesis and in Argo CD's Secret.
    /// </summary>
    /// <seealso href="https://kubernetes.io/docs/tasks/extend-kubernetes/socks5-proxy-access-api/"/>
    [Pattern(ProxyRegex)]
    public static string? Proxy(string value) =>
        Limit.IsToken(value) || ProxyPattern().IsMatch(value)
            ? null
            : "must be a URL such as 'http://proxy.example.com:3128', with 'http', 'https' or 'socks5', in lower case, without a user, a password, a path or "
                + "a slash at the end";

    [GeneratedRegex(ApiServerRegex)]
    private static partial Regex ApiServerPattern();

    [GeneratedRegex(ProxyRegex)]
    private static partial Regex ProxyPattern();
}
