using System.Collections.ObjectModel;
using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>
/// Defines an Application Load Balancer: one that is created, with the name <c>&lt;fleet&gt;-&lt;name&gt;</c> in AWS, an existing one that is
/// adopted, or an existing one that is only looked up.
/// </summary>
public sealed record LoadBalancerSpec
{
    /// <summary>
    /// The first name that the load balancer had in this file, where it has another one now. It keeps what is derived from that name: its name in AWS,
    /// its stack with the state, and the names of its target groups and roles. The rest of the file uses the new name. Leave it here as long as the
    /// load balancer exists: without it Terraform creates another one.
    /// </summary>
    /// <value>Defaults to none: it has its first name.</value>
    public string? Renamed { get; init; }

    /// <summary>
    /// Name in AWS of a load balancer that is only looked up: rules and target groups are added to its listeners, and nothing else
    /// about it is Terraform's.
    /// </summary>
    /// <value>Defaults to none: the load balancer is created, or adopted.</value>
    public string? Existing { get; init; }

    /// <summary>
    /// ARN of a load balancer that already exists: Terraform imports it and owns it from then on. What is declared of it here is
    /// what it becomes, so declare what it is.
    /// </summary>
    /// <value>Defaults to none: the load balancer is created, or only looked up.</value>
    public string? Adopt { get; init; }

    /// <summary>Name of the location that it is in, and its target groups with it.</summary>
    /// <value>Defaults to the fleet's own account, region and VPC.</value>
    public string? Location { get; init; }

    /// <summary>Who can reach the load balancer.</summary>
    /// <value>Defaults to <c>internal</c>.</value>
    public Scheme Scheme { get; init; } = Scheme.Internal;

    /// <summary>Addresses that it has for its clients.</summary>
    /// <value>Defaults to <c>ipv4</c>.</value>
    public LoadBalancerIpAddressType IpAddressType { get; init; } = LoadBalancerIpAddressType.Ipv4;

    /// <summary>
    /// Ids of the subnets it has addresses in: at least two, each in another Availability Zone. Either these or <see cref="SubnetMappings"/>.
    /// </summary>
    /// <value>Defaults to none; one that is created or adopted must have some.</value>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>The same, written as Terraform's <c>subnet_mapping</c>, as an adopted load balancer may have been.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> SubnetMappings { get; init; } = [];

    /// <summary>CIDR blocks of its subnets, by which clusters of other VPCs let it in.</summary>
    /// <value>
    /// Defaults to none: clusters of other VPCs refer to its security group, which AWS accepts between VPCs that are peered in one region, or
    /// attached to a transit gateway that supports it.
    /// </value>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html"/>
    public IReadOnlyList<string> SubnetCidrs { get; init; } = [];

    /// <summary>
    /// Ids of its security groups, at most five; clusters allow traffic from the first of them. Of an existing one, the group that clusters allow
    /// traffic from.
    /// </summary>
    /// <value>Defaults to a new one, or to the only one of an existing load balancer; an adopted load balancer must name those it has.</value>
    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    /// <summary>CIDR blocks from which clients may connect to its listeners.</summary>
    /// <value>Defaults to none; a load balancer with its own security group must allow some clients.</value>
    public IReadOnlyList<string> IngressCidrs { get; init; } = [];

    /// <summary>Ids of prefix lists from which clients may connect to its listeners.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> IngressPrefixLists { get; init; } = [];

    /// <summary>Where its own security group lets it connect to.</summary>
    /// <value>
    /// Defaults to <c>targets</c>, and to <c>all</c> where the file does not have the ports of all targets: with target groups that are shared, or target
    /// type <c>ip</c> without <c>targetPort</c>.
    /// </value>
    public LoadBalancerEgress? Egress { get; init; }

    /// <summary>Bucket of the access logs.</summary>
    /// <value>Defaults to none.</value>
    public LogBucketSpec? AccessLogs { get; init; }

    /// <summary>Bucket of the connection logs.</summary>
    /// <value>Defaults to none.</value>
    public LogBucketSpec? ConnectionLogs { get; init; }

    /// <summary>Time without data after which a connection is closed, 1 to 4000 seconds.</summary>
    /// <value>Defaults to AWS's 60 seconds.</value>
    public int? IdleTimeout { get; init; }

    /// <summary>Whether clients can use HTTP/2.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Http2 { get; init; } = true;

    /// <summary>Whether headers with invalid names are dropped.</summary>
    /// <value>Defaults to <c>false</c>: they are forwarded.</value>
    public bool DropInvalidHeaders { get; init; }

    /// <summary>How requests are handled that could be a desync attack.</summary>
    /// <value>Defaults to <c>defensive</c>.</value>
    public DesyncMitigationMode DesyncMitigation { get; init; } = DesyncMitigationMode.Defensive;

    /// <summary>
    /// Further attributes. Removed, it leaves all of them as they are: write <c>attributes: {}</c> first to bring their defaults back.
    /// </summary>
    /// <value>Defaults to none: AWS's defaults where Terraform creates it, and otherwise as they are.</value>
    public LoadBalancerAttributesSpec? Attributes { get; init; }

    /// <summary>ARN of the AWS WAF web ACL that protects it.</summary>
    /// <value>Defaults to none.</value>
    public string? WebAcl { get; init; }

    /// <summary>Whether AWS refuses to delete it.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>Whether Terraform refuses any plan that destroys it.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool PreventDestroy { get; init; } = true;

    /// <summary>Tags of the load balancer, its security group and its target groups, in addition to the fleet's.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Quotas that AWS raised for the account.</summary>
    /// <value>Defaults to AWS's default quotas.</value>
    public QuotasSpec Quotas { get; init; } = new();

    /// <summary>Target groups that belong to no cluster alone, by name; bindings refer to them with <c>targetGroupRef</c>.</summary>
    /// <value>Defaults to none: every binding has its own target group.</value>
    public IReadOnlyDictionary<string, TargetGroupSpec> TargetGroups { get; init; } = ReadOnlyDictionary<string, TargetGroupSpec>.Empty;

    /// <summary>Roles through which controllers in other accounts register targets in its target groups, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, CrossAccountRoleSpec> CrossAccountRoles { get; init; } = ReadOnlyDictionary<string, CrossAccountRoleSpec>.Empty;

    /// <summary>The listeners, by name.</summary>
    public required IReadOnlyDictionary<string, ListenerSpec> Listeners { get; init; }
}
