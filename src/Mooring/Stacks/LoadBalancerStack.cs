using Constructs;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>
/// Defines a load balancer: the ALB and its security group, its listeners and rules, and the target group of every
/// binding to it.
/// </summary>
public class LoadBalancerStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly LoadBalancerSpec _spec;

    /// <summary>Defines the stack of a load balancer.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the load balancer in the fleet.</param>
    public LoadBalancerStack(Construct scope, FleetSpec fleet, string name)
        : this(scope, fleet, name, id: null) { }

    /// <summary>Defines it with an id that differs from those of other fleets' stacks; <see langword="null"/> where there are none.</summary>
    internal LoadBalancerStack(Construct scope, FleetSpec fleet, string name, string? id)
        : base(scope, StackKind.LoadBalancer.StackOf(OriginalNames.LoadBalancer(fleet, name)), fleet, fleet.LoadBalancers[name].Location, id)
    {
        (_fleet, _name) = (Slice, OriginalNames.LoadBalancer(fleet, name));
        _spec = _fleet.LoadBalancers[_name];
        var loadBalancer = DefineLoadBalancer();
        var targetGroups = new LoadBalancerTargetGroups(this, _fleet, _name);
        var actions = new FleetActions(this, targetGroups);
        foreach (var (listenerName, listener) in _spec.Listeners)
        {
            DefineListener(loadBalancer, listenerName, listener, actions);
        }

        DefineCrossAccountRoles(targetGroups);
        DefineTargetRoles(targetGroups);
        Output("load_balancer_arn", "ARN of the load balancer", loadBalancer.LoadBalancerArn);
        Output("load_balancer_dns_name", "DNS name that records point at", loadBalancer.LoadBalancerDnsName);
        Output("load_balancer_zone_id", "Id of the hosted zone for Route 53 alias records", loadBalancer.LoadBalancerZoneId);
        Output("target_group_arns", "ARN of each binding's target group, by cluster and binding", targetGroups.ArnsOfBindings);
        if (_spec.TargetGroups.Count > 0)
        {
            Output("declared_target_group_arns", "ARN of each target group that the load balancer declares, by its name", targetGroups.ArnsOfDeclared);
        }
    }

    private ILoadBalancer DefineLoadBalancer()
    {
        const string id = "LoadBalancer";
        return _spec.Existing is { } name
            ? new LoadBalancerLookup(this, id, new LoadBalancerLookupProps { LoadBalancerName = name })
            : new ApplicationLoadBalancer(this, id, LoadBalancerProps());
    }

    private ApplicationLoadBalancerProps LoadBalancerProps() =>
        new()
        {
            LoadBalancerName = FleetNames.LoadBalancer(_fleet, _name),
            AdoptArn = _spec.Adopt,
            Scheme = _spec.Scheme,
            IpAddressType = _spec.IpAddressType,
            VpcId = Location.Vpc,
            SubnetIds = _spec.Subnets,
            SubnetMappings = _spec.SubnetMappings,
            SecurityGroupIds = _spec.SecurityGroups,
            IngressCidrs = _spec.IngressCidrs,
            IngressPrefixListIds = _spec.IngressPrefixLists,
            IngressPorts = [.. _spec.Listeners.Values.Select(listener => listener.Port)],
            EgressPorts = TargetPorts.EgressOf(_fleet, _name),
            AccessLogs = ToLogBucket(_spec.AccessLogs),
            ConnectionLogs = ToLogBucket(_spec.ConnectionLogs),
            IdleTimeout = ToSeconds(_spec.IdleTimeout),
            Http2 = _spec.Http2,
            DropInvalidHeaders = _spec.DropInvalidHeaders,
            DesyncMitigation = _spec.DesyncMitigation,
            Attributes = ToAttributes(_spec.Attributes),
            WebAclArn = _spec.WebAcl,
            DeletionProtection = _spec.DeletionProtection,
            PreventDestroy = _spec.PreventDestroy,
            Tags = _spec.Tags,
        };

    private void DefineListener(ILoadBalancer loadBalancer, string name, ListenerSpec spec, FleetActions actions)
    {
        var id = ListenerId(name);
        var former = spec.Renamed is { } renamed ? ListenerId(renamed) : null;
        // The lookup and the created construct have the same id, so that their rules have the same address.
        Construct listener =
            spec is { Protocol: { } protocol, DefaultAction: { } action } && _spec.Existing is null
                ? new Listener(this, id, ListenerProps(loadBalancer, spec, protocol, actions.Of(action)) with { RenamedFromId = former })
                : new ListenerLookup(this, id, new ListenerLookupProps { LoadBalancer = loadBalancer, Port = spec.Port });
        foreach (var parts in SplitRules.Of(spec.Rules).GroupBy(part => part.Rule.Name))
        {
            DefineRule(listener, former, parts, actions);
        }
    }

    /// <summary>
    /// A part is changed after those behind it: a host that goes to a later part is in both meanwhile, where it would be in none if the first lost it first.
    /// </summary>
    private static void DefineRule(Construct listener, string? former, IEnumerable<RulePart> parts, FleetActions actions)
    {
        ListenerRule? later = null;
        foreach (var part in parts.OrderByDescending(part => part.Number))
        {
            later = new ListenerRule(
                listener,
                RuleId(part.Name),
                new ListenerRuleProps
                {
                    Listener = (IListener)listener,
                    AdoptArn = part.Number == RulePlaces.First ? part.Rule.Adopt : null,
                    ListenerRenamedFromId = former,
                    RenamedFromId = part.Rule.Renamed is { } before ? RuleId(RulePart.NameOf(before, part.Number)) : null,
                    Priority = part.Priority,
                    Conditions = part.Conditions,
                    Transforms = ToTransforms(part.Rule.Transforms),
                    Action = actions.Of(part.Rule),
                    After = later,
                }
            );
        }
    }

    private static string ListenerId(string listener) => $"Listener-{listener}";

    private static string RuleId(string rule) => $"Rule-{rule}";

    private static ListenerProps ListenerProps(ILoadBalancer loadBalancer, ListenerSpec spec, ListenerProtocol protocol, ListenerAction action) =>
        new()
        {
            LoadBalancer = loadBalancer,
            AdoptArn = spec.Adopt,
            Port = spec.Port,
            Protocol = protocol,
            CertificateArn = spec.Certificate,
            AdditionalCertificateArns = spec.AdditionalCertificates,
            TlsPolicy = spec.TlsPolicy,
            MutualTls = spec.MutualTls is { } mutualTls
                ? new MutualTls
                {
                    Mode = mutualTls.Mode,
                    TrustStoreArn = mutualTls.TrustStore,
                    IgnoreClientCertificateExpiry = mutualTls.IgnoreClientCertificateExpiry,
                    AdvertiseTrustStoreCaNames = mutualTls.AdvertiseTrustStoreCaNames,
                }
                : null,
            Headers = spec.Headers is { } headers
                ? new ListenerHeaders
                {
                    Request = headers.Request,
                    Response = headers.Response,
                    Server = headers.Server,
                }
                : null,
            DefaultAction = action,
        };

    private static RuleTransforms? ToTransforms(TransformsSpec? spec) =>
        spec is null ? null : new() { HostHeader = ToRewrite(spec.HostHeader), Url = ToRewrite(spec.Url) };

    private static Rewrite? ToRewrite(RewriteSpec? spec) => spec is null ? null : new() { Regex = spec.Regex, Replace = spec.Replace };

    private void DefineCrossAccountRoles(LoadBalancerTargetGroups targetGroups)
    {
        var arns = _spec.CrossAccountRoles.ToDictionary(
            pair => pair.Key,
            object (pair) =>
                new CrossAccountRole(
                    this,
                    $"CrossAccountRole-{pair.Key}",
                    new CrossAccountRoleProps
                    {
                        RoleName = FleetNames.CrossAccountRole(_fleet, _name, pair.Key),
                        ControllerRoleArns = pair.Value.Controllers,
                        ExternalId = pair.Value.ExternalId,
                        Profile = _fleet.Controller.Policy,
                        TargetGroupArns = [.. pair.Value.TargetGroups.Select(targetGroups.ArnOfDeclared)],
                        Settings = RolesOf(_fleet),
                    }
                ).RoleArn
        );
        if (arns.Count > 0)
        {
            Output("cross_account_role_arns", "ARN of each role that controllers in other accounts assume, by its name", arns);
        }
    }

    /// <summary>The roles through which the controllers of clusters in other accounts register targets, each in the target groups of its cluster.</summary>
    private void DefineTargetRoles(LoadBalancerTargetGroups targetGroups)
    {
        foreach (var cluster in BindingLocation.ClustersOfOtherAccounts(_fleet, _name))
        {
            var roleName = FleetNames.TargetRole(_fleet, _name, cluster);
            var account = AwsAccount.Of(this);
            _ = new CrossAccountRole(
                this,
                $"TargetRole-{cluster}",
                new CrossAccountRoleProps
                {
                    RoleName = roleName,
                    ExternalId = roleName,
                    BeforeControllers = true,
                    ControllerRoleArns = TargetRolePrincipals.Of(_fleet, cluster, account.Partition),
                    Profile = ClusterController.Of(_fleet, cluster).Policy,
                    TargetGroupArns = targetGroups.ArnsOf(cluster),
                    RemovedTargetGroupArns = [ClusterPermissions.RemovedTargetGroupArn(_fleet, cluster, account.Partition, Location)],
                    Settings = RolesOf(_fleet),
                }
            );
        }
    }

    private static LoadBalancerAttributes? ToAttributes(LoadBalancerAttributesSpec? spec) =>
        spec is null
            ? null
            : new()
            {
                ClientKeepAlive = ToSeconds(spec.ClientKeepAlive),
                PreserveHostHeader = spec.PreserveHostHeader,
                XForwardedFor = spec.XForwardedFor,
                XForwardedForClientPort = spec.XForwardedForClientPort,
                TlsHeaders = spec.TlsHeaders,
                WafFailOpen = spec.WafFailOpen,
                ZonalShift = spec.ZonalShift,
                HealthCheckLogs = ToLogBucket(spec.HealthCheckLogs),
                ReservedCapacityUnits = spec.ReservedCapacityUnits,
                IpamPoolId = spec.IpamPool,
            };

    private static LogBucket? ToLogBucket(LogBucketSpec? spec) => spec is null ? null : new LogBucket { Bucket = spec.Bucket, Prefix = spec.Prefix };
}
