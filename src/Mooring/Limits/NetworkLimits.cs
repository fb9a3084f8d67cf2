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

    /// <summary>A CIDR block, IPv4 or IPv6, without bits set behind the prefix.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html"/>
    [Pattern(@"^[0-9A-Fa-f.:]+/[0-9]{1,3}\z", IsPartial = true)]
    public static string? Cidr(string value) =>
        Limit.IsToken(value)
        || (IPNetwork.TryParse(value, out var network) && IPAddress.TryParse(value.Split('/')[0], out var address) && network.BaseAddress.Equals(address))
            ? null
            : $"must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '{value}'";

    /// <summary>Subnets of which at least two must be in different zones: no two of them the same.</summary>
    [Entries(2)]
    [Unique]
    public static string? Subnets(IReadOnlyList<string> subnets) =>
        Limit.IsToken(subnets) ? null
        : subnets.GroupBy(subnet => subnet).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"must not have an entry twice, got '{twice}'"
        : Limit.Entries(subnets.Count, 2, int.MaxValue);
}
