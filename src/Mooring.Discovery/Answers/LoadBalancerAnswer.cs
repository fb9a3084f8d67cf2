using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>An Application Load Balancer, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-load-balancers</c> about it.</param>
/// <param name="Listeners">Its listeners, by port.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-load-balancers.html"/>
internal sealed record LoadBalancerAnswer(JsonElement Description, IReadOnlyList<ListenerAnswer> Listeners)
{
    /// <summary>Its attributes; none of one that is only looked up.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>ARN of its web ACL; <see langword="null"/> where it has none, or one of AWS Firewall Manager.</summary>
    public string? WebAcl { get; init; }

    /// <summary>ARN of its web ACL where AWS Firewall Manager attaches it; <see langword="null"/> otherwise.</summary>
    public string? WebAclOfFirewallManager { get; init; }

    /// <summary>Load balancer capacity units that are reserved; <see langword="null"/> where none are.</summary>
    public int? ReservedCapacityUnits { get; init; }

    /// <summary>Rules of its security groups.</summary>
    public IReadOnlyList<SecurityGroupRuleAnswer> SecurityGroupRules { get; init; } = [];

    /// <summary>Its target groups.</summary>
    public IReadOnlyList<TargetGroupAnswer> TargetGroups { get; init; } = [];

    /// <summary>Its ARN.</summary>
    public string Arn => Description.Required("LoadBalancerArn");

    /// <summary>Its name.</summary>
    public string Name => Description.Required("LoadBalancerName");

    /// <summary>Id of its VPC.</summary>
    public string Vpc => Description.Required("VpcId");

    /// <summary>Ids of its subnets.</summary>
    public IReadOnlyList<string> Subnets => [.. Description.Items("AvailabilityZones").Select(zone => zone.Required("SubnetId"))];

    /// <summary>Id of the IPAM pool of its public addresses; <see langword="null"/> where they are Amazon's.</summary>
    public string? IpamPool => Description.Object("IpamPools").Text("Ipv4IpamPoolId");

    /// <summary>Ids of its security groups.</summary>
    public IReadOnlyList<string> SecurityGroups => Description.Texts("SecurityGroups");
}
