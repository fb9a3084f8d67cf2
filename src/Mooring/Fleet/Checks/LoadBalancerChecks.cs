using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a load balancer. Its listeners and target groups have checks of their own.</summary>
internal sealed class LoadBalancerChecks(FleetIndex index, string name, LoadBalancerSpec loadBalancer, FaultScope scope)
{
    /// <summary>What a load balancer that is only looked up can have.</summary>
    private static readonly string[] s_propertiesOfExisting =
    [
        nameof(LoadBalancerSpec.Existing),
        nameof(LoadBalancerSpec.Renamed),
        nameof(LoadBalancerSpec.Location),
        nameof(LoadBalancerSpec.SubnetCidrs),
        nameof(LoadBalancerSpec.IpAddressType),
        nameof(LoadBalancerSpec.SecurityGroups),
        nameof(LoadBalancerSpec.Tags),
        nameof(LoadBalancerSpec.Quotas),
        nameof(LoadBalancerSpec.TargetGroups),
        nameof(LoadBalancerSpec.CrossAccountRoles),
        nameof(LoadBalancerSpec.Listeners),
    ];

    private readonly FleetSpec _fleet = index.Fleet;
    private readonly string? _region = LocationChecks.RegionOfLoadBalancer(index.Fleet, name, scope.Root);

    /// <summary>Adds the errors of the load balancer.</summary>
    public void Check()
    {
        CheckName();
        if (loadBalancer.Existing is not null)
        {
            scope.AddOthersThan(s_propertiesOfExisting, "must be left out of a load balancer that is only looked up");
        }
        else
        {
            CheckNetwork();
            CheckAttributes();
        }

        LocationChecks.CheckName(_fleet, loadBalancer.Location, scope.At(loadBalancer.Location));
        scope.CheckEach(loadBalancer.SubnetCidrs, NetworkLimits.Cidr);
        scope.CheckEach(loadBalancer.SecurityGroups, AwsLimits.SecurityGroupId);
        TagChecks.Check(loadBalancer.Tags, scope.At(loadBalancer.Tags), index.TagKeys);
        CheckQuotas(loadBalancer.Quotas, scope.At(loadBalancer.Quotas));
        CheckTargetGroups();
        foreach (var (roleName, role) in loadBalancer.CrossAccountRoles)
        {
            CheckCrossAccountRole(roleName, role, scope.At(loadBalancer.CrossAccountRoles).Entry(roleName));
        }

        CheckRenamedListeners();
        CheckListeners();
    }

    private void CheckListeners()
    {
        var owners = new Dictionary<int, string>();
        foreach (var (listenerName, listener) in loadBalancer.Listeners)
        {
            var at = scope.At(loadBalancer.Listeners).Entry(listenerName);
            var isFirst = owners.TryAdd(listener.Port, listenerName);
            new ListenerChecks(index, name, listenerName, listener, at) { PortOwner = isFirst ? null : owners[listener.Port] }.Check();
        }
    }

    private void CheckName()
    {
        scope.CheckName(name, TerraformText.Verbatim);
        scope.Check(loadBalancer.Renamed, TerraformText.Verbatim);
        scope.Check(loadBalancer.Adopt, arn => AwsLimits.LoadBalancerArn(arn, _region));
        if (scope.At(loadBalancer.Adopt).IsFaulty || LoadBalancerLimits.Name(FleetNames.LoadBalancer(_fleet, name)) is not { } fault)
        {
            return;
        }

        if (loadBalancer.Existing is not null)
        {
            scope.At(loadBalancer.Existing).Add(fault);
        }
        else if (!scope.Root.At(_fleet.Name).IsFaulty)
        {
            (loadBalancer.Renamed is null ? scope : scope.At(loadBalancer.Renamed)).AddBeside($"gives a load balancer whose name {fault}");
        }
    }

    private void CheckRenamedListeners()
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (listenerName, listener) in loadBalancer.Listeners)
        {
            var at = scope.At(loadBalancer.Listeners).Entry(listenerName);
            at.Check(
                listener.Renamed,
                name =>
                    loadBalancer.Listeners.ContainsKey(name) ? $"must be a name that no listener of its load balancer has any more, got '{name}'"
                    : !before.Add(name) ? $"must be unique in its load balancer, got '{name}' again"
                    : TerraformText.Label(name)
            );
        }
    }

    private void CheckNetwork()
    {
        scope
            .At(loadBalancer.IpAddressType)
            .AddIf(LoadBalancerLimits.IpAddressType(loadBalancer.IpAddressType, loadBalancer.Scheme), scope.At(loadBalancer.Scheme));
        var hasOnlyMappings = loadBalancer.SubnetMappings.Count > 0 && loadBalancer.Subnets.Count == 0;
        (hasOnlyMappings ? scope.At(loadBalancer.SubnetMappings) : scope.At(loadBalancer.Subnets)).AddIf(
            LoadBalancerLimits.SubnetsOrMappings(loadBalancer.Subnets, loadBalancer.SubnetMappings)
        );
        scope.CheckEach(loadBalancer.Subnets, AwsLimits.SubnetId);
        scope.CheckEach(loadBalancer.SubnetMappings, AwsLimits.SubnetId);
        scope.CheckEach(loadBalancer.IngressCidrs, NetworkLimits.Cidr);
        scope.CheckEach(loadBalancer.IngressPrefixLists, AwsLimits.PrefixListId);
        scope.Check(
            loadBalancer.SecurityGroups,
            groups => LoadBalancerLimits.SecurityGroups(groups, loadBalancer.IngressCidrs, loadBalancer.IngressPrefixLists)
        );
        CheckEgress();
        if (loadBalancer.SecurityGroups.Count > 0)
        {
            return;
        }

        if (loadBalancer.Adopt is not null)
        {
            scope
                .At(loadBalancer.SecurityGroups)
                .As(ErrorCodes.Missing)
                .Add("is required of an adopted load balancer: list the security groups that it has, or it loses them");
        }
        else if (loadBalancer.IngressCidrs.Count + loadBalancer.IngressPrefixLists.Count == 0)
        {
            scope
                .At(loadBalancer.IngressCidrs)
                .As(ErrorCodes.Missing)
                .Add("is required where there are no 'ingressPrefixLists' and no 'securityGroups': no client could connect");
        }
    }

    /// <summary>The ports of targets are known where only bindings of this file register them.</summary>
    private void CheckEgress()
    {
        if (loadBalancer.Egress != LoadBalancerEgress.Targets)
        {
            return;
        }

        var at = scope.At(loadBalancer.Egress);
        if (loadBalancer.SecurityGroups.Count > 0)
        {
            at.Add("must be left out beside 'securityGroups', whose rules are not changed, got 'targets'");
        }

        if (loadBalancer.TargetGroups.Count > 0)
        {
            at.Add("must be 'all' with 'targetGroups': others may register targets in them on ports that are not known here, got 'targets'");
        }

        if (index.HasUnknownTargetPorts(name))
        {
            at.Add("must be 'all' with a binding of target type ip that has no 'targetPort', got 'targets'");
        }
    }

    private void CheckAttributes()
    {
        CheckLogs(loadBalancer.AccessLogs, scope.At(loadBalancer.AccessLogs));
        CheckLogs(loadBalancer.ConnectionLogs, scope.At(loadBalancer.ConnectionLogs));
        scope.Check(loadBalancer.IdleTimeout, LoadBalancerLimits.IdleTimeout);
        scope.Check(loadBalancer.WebAcl, arn => AwsLimits.WebAclArn(arn, _region));
        if (loadBalancer.Attributes is { } attributes)
        {
            CheckFurther(attributes, scope.At(loadBalancer.Attributes));
        }
    }

    private void CheckFurther(LoadBalancerAttributesSpec attributes, FaultScope at)
    {
        at.Check(attributes.ClientKeepAlive, LoadBalancerLimits.ClientKeepAlive);
        at.Check(attributes.ReservedCapacityUnits, LoadBalancerLimits.ReservedCapacityUnits);
        at.Check(attributes.IpamPool, AwsLimits.IpamPoolId);
        at.At(attributes.IpamPool).AddIf(attributes.IpamPool is null ? null : LoadBalancerLimits.IpamPool(loadBalancer.Scheme), scope.At(loadBalancer.Scheme));
        CheckLogs(attributes.HealthCheckLogs, at.At(attributes.HealthCheckLogs));
    }

    private static void CheckLogs(LogBucketSpec? logs, FaultScope at)
    {
        if (logs is not null)
        {
            at.Check(logs.Bucket, AwsLimits.Bucket);
            at.Check(logs.Prefix, LoadBalancerLimits.LogPrefix);
        }
    }

    private void CheckQuotas(QuotasSpec quotas, FaultScope at)
    {
        at.Check(quotas.Listeners, LoadBalancerLimits.RaisedQuota);
        at.Check(quotas.Rules, LoadBalancerLimits.RaisedQuota);
        at.Check(quotas.Certificates, LoadBalancerLimits.RaisedQuota);
        at.Check(quotas.SecurityGroupRules, LoadBalancerLimits.RaisedQuota);
        at.Check(quotas.Targets, LoadBalancerLimits.RaisedQuota);
        CheckSecurityGroupRules(quotas, at.At(quotas.SecurityGroupRules));
        var (all, listeners) = (scope.At(loadBalancer.Listeners), loadBalancer.Listeners.Values);
        AddQuota(all, LoadBalancerLimits.Quota("listeners", loadBalancer.Listeners.Count, quotas.Listeners), at.At(quotas.Listeners));
        AddQuota(all, LoadBalancerLimits.Quota("rules", listeners.Sum(listener => SplitRules.Of(listener.Rules).Count()), quotas.Rules), at.At(quotas.Rules));
        var certificates = listeners.Sum(listener => listener.AdditionalCertificates.Count);
        AddQuota(all, LoadBalancerLimits.Quota("additional certificates", certificates, quotas.Certificates), at.At(quotas.Certificates));
        if (LoadBalancerLimits.TargetGroups(index.TargetGroupsOf(name) + loadBalancer.TargetGroups.Count) is { } fault)
        {
            scope.As(ErrorCodes.Quota).AddBeside($"{fault}: its bindings' and its own 'targetGroups' together");
        }
    }

    /// <summary>One rule for each port and source, and more for a prefix list; see <see cref="QuotaWarnings"/>.</summary>
    private void CheckSecurityGroupRules(QuotasSpec quotas, FaultScope quota) =>
        AddQuota(
            scope.At(loadBalancer.IngressCidrs),
            LoadBalancerLimits.Quota(
                "rules of a security group, one for each listener and source,",
                LoadBalancerQuotas.Rules(loadBalancer),
                quotas.SecurityGroupRules
            ),
            quota
        );

    private static void AddQuota(FaultScope scope, string? fault, FaultScope quota) => scope.As(ErrorCodes.Quota).AddBeside(quota.IsFaulty ? null : fault);

    private void CheckTargetGroups()
    {
        foreach (var (groupName, group) in loadBalancer.TargetGroups)
        {
            var at = scope.At(loadBalancer.TargetGroups).Entry(groupName);
            at.CheckName(groupName, TerraformText.Label);
            TargetGroupChecks.Check(group, at, _region);
            TargetGroupChecks.CheckBeside(group, at, loadBalancer, scope);
        }
    }

    private void CheckCrossAccountRole(string roleName, CrossAccountRoleSpec role, FaultScope at)
    {
        at.CheckName(roleName, TerraformText.Label);
        at.Check(role.Controllers, controllers => Limit.Entries(controllers.Count, 1, int.MaxValue));
        at.CheckEach(role.Controllers, AwsLimits.RoleArn);
        at.Check(role.ExternalId, IamLimits.ExternalId);
        if (!at.At(role.Controllers).IsFaulty && IamLimits.TrustPolicy(CrossAccountRole.TrustPolicyOf(role.Controllers, role.ExternalId)) is { } fault)
        {
            at.At(role.Controllers).Add($"give the role a trust policy that {fault}: define a second role for some of them");
        }

        at.Check(role.TargetGroups, groups => Limit.Entries(groups.Count, 1, int.MaxValue));
        at.As(ErrorCodes.UnknownName).CheckEach(role.TargetGroups, NotDeclared);
    }

    private string? NotDeclared(string targetGroup) =>
        loadBalancer.TargetGroups.ContainsKey(targetGroup) ? null : $"must be the name of one of the load balancer's 'targetGroups', got '{targetGroup}'";
}
