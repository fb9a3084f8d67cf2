using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>A rule of a security group, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-security-group-rules</c> about it.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-security-group-rules.html"/>
internal sealed record SecurityGroupRuleAnswer(JsonElement Description)
{
    private const string EveryProtocol = "-1";

    /// <summary>Id of its security group.</summary>
    public string Group => Description.Required("GroupId");

    /// <summary>Whether it is for connections of the load balancer, and not for those to it.</summary>
    public bool IsEgress => Description.Flag("IsEgress");

    /// <summary>The other side: a CIDR block, a prefix list or a security group.</summary>
    public string Peer =>
        Description.Text("CidrIpv4")
        ?? Description.Text("CidrIpv6")
        ?? Description.Text("PrefixListId")
        ?? Description.Object("ReferencedGroupInfo").Text("GroupId")
        ?? "nobody";

    /// <summary>Its ports: <c>port 443</c>, <c>ports 1024-65535</c> or <c>every port</c>; the name of a protocol without ports, such as <c>icmp</c>.</summary>
    public string Ports =>
        Protocol is EveryProtocol ? "every port"
        : Protocol is "icmp" or "1" ? "icmp"
        : Protocol is "icmpv6" or "58" ? "icmpv6"
        : !IsTcp && !IsUdp ? $"protocol {Protocol}"
        : FirstPort is null ? $"every {OtherProtocol}port"
        : FirstPort == LastPort ? $"{OtherProtocol}port {FirstPort}"
        : $"{OtherProtocol}ports {FirstPort}-{LastPort}";

    /// <summary>Whether it is for TCP connections to a port.</summary>
    public bool Has(int port) => Protocol is EveryProtocol || (IsTcp && FirstPort <= port && port <= LastPort);

    /// <summary>Its first port; <see langword="null"/> where it is for every port.</summary>
    public int? FirstPort => Description.Number("FromPort");

    private string OtherProtocol => IsTcp ? string.Empty : "udp ";

    private string? Protocol => Description.Text("IpProtocol");

    private bool IsUdp => Protocol is "udp" or "17";

    private bool IsTcp => Protocol is "tcp" or "6";

    private int? LastPort => Description.Number("ToPort");
}
