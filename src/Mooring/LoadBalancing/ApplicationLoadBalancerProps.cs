namespace Mooring.LoadBalancing;

/// <summary>Properties of an <see cref="ApplicationLoadBalancer"/>.</summary>
public sealed record ApplicationLoadBalancerProps
{
    /// <summary>
    /// Name of the load balancer and of its security group: 1 to 32 letters, digits and inner hyphens, not beginning with <c>internal-</c> or <c>sg-</c>.
    /// </summary>
    public required string LoadBalancerName { get; init; }

    /// <summary>ARN of the load balancer of this name that already exists: Terraform imports it and creates none.</summary>
    /// <value>Defaults to none: Terraform creates it.</value>
    /// <remarks>At synthesis CDKTF requires Terraform 1.5 or later.</remarks>
    public string? AdoptArn { get; init; }

    /// <summary>Who can reach it.</summary>
    /// <value>Defaults to <see cref="Scheme.Internal"/>.</value>
    public Scheme Scheme { get; init; } = Scheme.Internal;

    /// <summary>Addresses it has for its clients.</summary>
    /// <value>Defaults to <see cref="LoadBalancerIpAddressType.Ipv4"/>.</value>
    public LoadBalancerIpAddressType IpAddressType { get; init; } = LoadBalancerIpAddressType.Ipv4;

    /// <summary>Id of the VPC it is in.</summary>
    public required string VpcId { get; init; }

    /// <summary>Ids of its subnets: at least two, each in another Availability Zone.</summary>
    /// <value>Defaults to none, in favour of <see cref="SubnetMappings"/>.</value>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>Ids of its subnets, as Terraform's <c>subnet_mapping</c> blocks: at least two, each in another Availability Zone.</summary>
    /// <value>Defaults to none, in favour of <see cref="SubnetIds"/>.</value>
    public IReadOnlyList<string> SubnetMappings { get; init; } = [];

    /// <summary>Ids of its security groups.</summary>
    /// <value>Defaults to none: it gets one of its own.</value>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>CIDR blocks, IPv4 or IPv6, from which clients may connect to <see cref="IngressPorts"/>.</summary>
    /// <value>Defaults to none: no client can connect.</value>
    public IReadOnlyList<string> IngressCidrs { get; init; } = [];

    /// <summary>Ids of the prefix lists from which clients may connect to <see cref="IngressPorts"/>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> IngressPrefixListIds { get; init; } = [];

    /// <summary>Ports that clients may connect to: those of its listeners.</summary>
    /// <value>Defaults to none: no client can connect.</value>
    public IReadOnlyList<int> IngressPorts { get; init; } = [];

    /// <summary>TCP ports that it may connect to, at any address: those of targets, their health checks and identity providers.</summary>
    /// <value>Defaults to none: it may connect to every port.</value>
    public IReadOnlyList<PortRange>? EgressPorts { get; init; }

    /// <summary>Bucket of the access logs.</summary>
    /// <value>Defaults to none.</value>
    public LogBucket? AccessLogs { get; init; }

    /// <summary>Bucket of the connection logs.</summary>
    /// <value>Defaults to none.</value>
    public LogBucket? ConnectionLogs { get; init; }

    /// <summary>Time without data after which a connection is closed, 1 to 4000 seconds.</summary>
    /// <value>Defaults to AWS's 60 seconds.</value>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>Whether clients can use HTTP/2.</summary>
    /// <value>Defaults to yes.</value>
    public bool Http2 { get; init; } = true;

    /// <summary>Whether headers with invalid names are dropped.</summary>
    /// <value>Defaults to no: they are passed on.</value>
    public bool DropInvalidHeaders { get; init; }

    /// <summary>How requests are handled that could be a desync attack.</summary>
    /// <value>Defaults to <see cref="DesyncMitigationMode.Defensive"/>.</value>
    public DesyncMitigationMode DesyncMitigation { get; init; } = DesyncMitigationMode.Defensive;

    /// <summary>Further attributes, which Terraform then owns, all of them.</summary>
    /// <value>Defaults to none: AWS's defaults where Terraform creates it, and otherwise as they are.</value>
    public LoadBalancerAttributes? Attributes { get; init; }

    /// <summary>ARN of the AWS WAF web ACL that protects it.</summary>
    /// <value>Defaults to none.</value>
    public string? WebAclArn { get; init; }

    /// <summary>Whether AWS refuses to delete it.</summary>
    /// <value>Defaults to yes.</value>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>Whether Terraform refuses any plan that destroys it (<c>prevent_destroy</c>).</summary>
    /// <value>Defaults to yes.</value>
    public bool PreventDestroy { get; init; } = true;

    /// <summary>Tags of the load balancer and its security group.</summary>
    /// <value>Defaults to none but the provider's.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
