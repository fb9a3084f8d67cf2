using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Aws.Wafv2WebAclAssociation;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>
/// Defines an Application Load Balancer, with a security group of its own unless it is given some. It is a pet: AWS's
/// deletion protection and Terraform's <c>prevent_destroy</c> are both on.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"/>
public class ApplicationLoadBalancer : Construct, ILoadBalancer
{
    /// <summary>
    /// What a load balancer may have set and no property says, without <see cref="ApplicationLoadBalancerProps.Attributes"/>: the provider would reset it
    /// to its own default, also where the load balancer was adopted once.
    /// </summary>
    private static readonly string[] s_leftAsTheyAre =
    [
        "client_keep_alive",
        "customer_owned_ipv4_pool",
        "enable_tls_version_and_cipher_suite_headers",
        "enable_waf_fail_open",
        "enable_xff_client_port",
        "enable_zonal_shift",
        "health_check_logs",
        "ipam_pools",
        "minimum_load_balancer_capacity",
        "preserve_host_header",
        "xff_header_processing_mode",
    ];

    /// <summary>What no property says: of load balancers on Outposts.</summary>
    private static readonly string[] s_neverSet = ["customer_owned_ipv4_pool"];

    /// <summary>Defines a load balancer.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits.</exception>
    public ApplicationLoadBalancer(Construct scope, string id, ApplicationLoadBalancerProps props)
        : base(scope, id)
    {
        Require(props);

        SecurityGroupId = props.SecurityGroupIds is [var first, ..] ? first : LoadBalancerSecurityGroup.Define(this, props);
        var loadBalancer = new Lb(this, "Default", Config(props));
        if (props.AdoptArn is { } arn)
        {
            loadBalancer.ImportFrom(arn);
        }

        LoadBalancerArn = loadBalancer.Arn;
        LoadBalancerDnsName = loadBalancer.DnsName;
        LoadBalancerZoneId = loadBalancer.ZoneId;
        if (props.WebAclArn is { } webAcl)
        {
            _ = new Wafv2WebAclAssociation(this, "WebAcl", new Wafv2WebAclAssociationConfigA { ResourceArn = LoadBalancerArn, WebAclArn = webAcl });
        }
    }

    /// <inheritdoc/>
    public string LoadBalancerArn { get; }

    /// <inheritdoc/>
    public string LoadBalancerDnsName { get; }

    /// <inheritdoc/>
    public string LoadBalancerZoneId { get; }

    /// <inheritdoc/>
    public string SecurityGroupId { get; }

    private void Require(ApplicationLoadBalancerProps props)
    {
        Property.Require(this, nameof(props.LoadBalancerName), LoadBalancerLimits.Name(props.LoadBalancerName));
        Property.Require(this, nameof(props.AdoptArn), props.AdoptArn is { } arn ? AwsLimits.LoadBalancerArn(arn) : null);
        Property.Require(this, nameof(props.VpcId), AwsLimits.VpcId(props.VpcId));
        Property.Require(this, nameof(props.WebAclArn), props.WebAclArn is { } webAcl ? AwsLimits.WebAclArn(webAcl) : null);
        Property.RequireEach(this, nameof(props.SecurityGroupIds), props.SecurityGroupIds, AwsLimits.SecurityGroupId);
        Property.RequireEach(this, nameof(props.SubnetMappings), props.SubnetMappings, AwsLimits.SubnetId);
        Property.Require(this, nameof(props.IpAddressType), LoadBalancerLimits.IpAddressType(props.IpAddressType, props.Scheme));
        Property.Require(this, nameof(props.SubnetIds), LoadBalancerLimits.SubnetsOrMappings(props.SubnetIds, props.SubnetMappings));
        Property.RequireEach(this, nameof(props.SubnetIds), Limit.IsToken(props.SubnetIds) ? [] : props.SubnetIds, AwsLimits.SubnetId);
        Property.Require(
            this,
            nameof(props.SecurityGroupIds),
            LoadBalancerLimits.SecurityGroups(props.SecurityGroupIds, props.IngressCidrs, props.IngressPrefixListIds)
        );
        Property.Require(this, nameof(props.IdleTimeout), props.IdleTimeout is { } timeout ? LoadBalancerLimits.IdleTimeout((int)timeout.TotalSeconds) : null);
        Property.Require(this, nameof(props.Tags), AwsLimits.Tags(props.Tags));
        foreach (var ports in props.EgressPorts ?? [])
        {
            Property.Require(this, nameof(props.EgressPorts), NetworkLimits.Port(ports.From) ?? NetworkLimits.Port(ports.To));
        }

        foreach (var logs in new[] { props.AccessLogs, props.ConnectionLogs, props.Attributes?.HealthCheckLogs }.OfType<LogBucket>())
        {
            Property.Require(this, nameof(logs.Bucket), AwsLimits.Bucket(logs.Bucket));
            Property.Require(this, nameof(logs.Prefix), LoadBalancerLimits.LogPrefix(logs.Prefix));
        }

        if (props.Attributes is { } attributes)
        {
            Require(attributes, props.Scheme);
        }
    }

    private void Require(LoadBalancerAttributes attributes, Scheme scheme)
    {
        Property.Require(
            this,
            nameof(attributes.ClientKeepAlive),
            attributes.ClientKeepAlive is { } duration ? LoadBalancerLimits.ClientKeepAlive((int)duration.TotalSeconds) : null
        );
        Property.Require(
            this,
            nameof(attributes.ReservedCapacityUnits),
            attributes.ReservedCapacityUnits is { } units ? LoadBalancerLimits.ReservedCapacityUnits(units) : null
        );
        Property.Require(
            this,
            nameof(attributes.IpamPoolId),
            attributes.IpamPoolId is { } pool ? AwsLimits.IpamPoolId(pool) ?? LoadBalancerLimits.IpamPool(scheme) : null
        );
    }

    // Where the provider has a default, the attribute is left out. Where it has none, it would keep the last value, and the default is written out.
    private LbConfig Config(ApplicationLoadBalancerProps props)
    {
        var config = new LbConfig
        {
            Name = props.LoadBalancerName,
            LoadBalancerType = "application",
            Internal = props.Scheme == Scheme.Internal,
            IpAddressType = props.IpAddressType.Word(),
            Subnets = props.SubnetIds.Count > 0 ? [.. props.SubnetIds] : null,
            SubnetMapping = props.SubnetMappings.Count > 0 ? props.SubnetMappings.Select(subnet => new LbSubnetMapping { SubnetId = subnet }).ToArray() : null,
            SecurityGroups = props.SecurityGroupIds.Count > 0 ? [.. props.SecurityGroupIds] : [SecurityGroupId],
            AccessLogs = props.AccessLogs is { } access
                ? new LbAccessLogs
                {
                    Bucket = access.Bucket,
                    Prefix = access.Prefix,
                    Enabled = true,
                }
                : new LbAccessLogs { Bucket = string.Empty, Enabled = false },
            ConnectionLogs = props.ConnectionLogs is { } connections
                ? new LbConnectionLogs
                {
                    Bucket = connections.Bucket,
                    Prefix = connections.Prefix,
                    Enabled = true,
                }
                : new LbConnectionLogs { Bucket = string.Empty, Enabled = false },
            IdleTimeout = props.IdleTimeout?.TotalSeconds,
            EnableHttp2 = props.Http2 ? null : false,
            DropInvalidHeaderFields = props.DropInvalidHeaders ? true : null,
            DesyncMitigationMode = props.DesyncMitigation == DesyncMitigationMode.Defensive ? null : props.DesyncMitigation.Word(),
            EnableDeletionProtection = props.DeletionProtection,
            Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            Lifecycle = new TerraformResourceLifecycle
            {
                PreventDestroy = props.PreventDestroy ? true : null,
                IgnoreChanges = props.Attributes is null ? s_leftAsTheyAre : s_neverSet,
            },
        };
        if (props.Attributes is { } attributes)
        {
            LoadBalancerAttributeConfig.Add(attributes, config);
        }

        return config;
    }
}
