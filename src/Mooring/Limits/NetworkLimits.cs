using System.Net;

namespace Mooring.Limits;

/// <summary>What networks accept: ports, address blocks, subnets.</summary>
/// <seealso cref="Limit"/>
internal static class NetworkLimits
{
    /// <summary>The highest TCP port.</summary>
    public const int HighestPort = 65535;

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
}
