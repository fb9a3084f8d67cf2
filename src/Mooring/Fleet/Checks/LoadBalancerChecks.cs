using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a load balancer. Its listeners and target groups have checks of their own.</summary>
internal sealed class LoadBalancerChecks(FleetSpec fleet, string name, LoadBalancerSpec loadBalancer, FaultScope scope)
{
    /// <summary>What a load balancer that is only looked up can have.</summary>
    private static readonly string[] s_propertiesOfExisting =
    [
        nameof(LoadBalancerSpec.Existing),
        nameof(LoadBalancerSpec.IpAddressType),
        nameof(LoadBalancerSpec.SecurityGroups),
        nameof(LoadBalancerSpec.Tags),
        nameof(LoadBalancerSpec.Quotas),
        nameof(LoadBalancerSpec.TargetGroups),
        nameof(LoadBalancerSpec.CrossAccountRoles),
        nameof(LoadBalancerSpec.Listeners),
    ];

    private readonly string? _region = FleetChecks.RegionOf(fleet, scope);

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

        scope.CheckEach(loadBalancer.SecurityGroups, AwsLimits.SecurityGroupId);
        TagChecks.Check(loadBalancer.Tags, scope.At(loadBalancer.Tags), fleet);
        CheckQuotas(loadBalancer.Quotas, scope.At(loadBalancer.Quotas));
        CheckTargetGroups();
        foreach (var (roleName, role) in loadBalancer.CrossAccountRoles)
        {
            CheckCrossAccountRole(roleName, role, scope.At(loadBalancer.CrossAccountRoles).Entry(roleName));
        }

        foreach (var (listenerName, listener) in loadBalancer.Listeners)
        {
            new ListenerChecks(fleet, name, listenerName, listener, scope.At(loadBalancer.Listeners).Entry(listenerName)).Check();
        }
    }

    private void CheckName()
    {
        scope.Check(loadBalancer.Adopt, arn => AwsLimits.LoadBalancerArn(arn, _region));
        if (scope.At(loadBalancer.Adopt).IsFaulty || LoadBalancerLimits.Name(FleetNames.LoadBalancer(fleet, name)) is not { } fault)
        {
            return;
        }

        if (loadBalancer.Existing is not null)
        {
            scope.At(loadBalancer.Existing).Add(fault);
        }
        else if (!scope.Root.At(fleet.Name).IsFaulty)
        {
            scope.Add($"gives a load balancer whose name {fault}");
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

    private void CheckAttributes()
    {
        CheckLogs(loadBalancer.AccessLogs, scope.At(loadBalancer.AccessLogs));
        CheckLogs(loadBalancer.ConnectionLogs, scope.At(loadBalancer.ConnectionLogs));
        scope.Check(loadBalancer.IdleTimeout, LoadBalancerLimits.IdleTimeout);
        scope.Check(loadBalancer.WebAcl, arn => AwsLimits.WebAclArn(arn, _region));
    }

    private static void CheckLogs(LogBucketSpec? logs, FaultScope at)
    {
        if (logs is not null)
        {
            at.Check(logs.Bucket, LoadBalancerLimits.LogBucket);
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
        if (at.IsFaulty)
        {
            return;
        }

        CheckSecurityGroupRules(quotas);

        var listeners = loadBalancer.Listeners.Values;
        scope
            .At(loadBalancer.Listeners)
            .As(ErrorCodes.Quota)
            .AddIf(
                LoadBalancerLimits.Quota("listeners", loadBalancer.Listeners.Count, quotas.Listeners)
                    ?? LoadBalancerLimits.Quota("rules", listeners.Sum(listener => listener.Rules.Count), quotas.Rules)
                    ?? LoadBalancerLimits.Quota(
                        "additional certificates",
                        listeners.Sum(listener => listener.AdditionalCertificates.Count),
                        quotas.Certificates
                    )
            );
        var ofBindings = fleet.Clusters.Values.Sum(cluster =>
            cluster.Bindings.Count(binding => binding.LoadBalancer == name && binding.TargetGroupRef is null)
        );
        if (LoadBalancerLimits.TargetGroups(ofBindings + loadBalancer.TargetGroups.Count) is { } fault)
        {
            scope.As(ErrorCodes.Quota).Add($"{fault}: its bindings' and its own 'targetGroups' together");
        }
    }

    /// <summary>One rule for each port and source, and more for a prefix list; see <see cref="QuotaWarnings"/>.</summary>
    private void CheckSecurityGroupRules(QuotasSpec quotas) =>
        scope
            .At(loadBalancer.IngressCidrs)
            .As(ErrorCodes.Quota)
            .AddIf(
                LoadBalancerLimits.Quota(
                    "rules of a security group, one for each listener and source,",
                    LoadBalancerQuotas.Rules(loadBalancer),
                    quotas.SecurityGroupRules
                )
            );

    private void CheckTargetGroups()
    {
        foreach (var (groupName, group) in loadBalancer.TargetGroups)
        {
            var at = scope.At(loadBalancer.TargetGroups).Entry(groupName);
            at.CheckName(groupName, KubernetesLimits.DnsLabel);
            TargetGroupChecks.Check(group, at, _region);
            TargetGroupChecks.CheckBeside(group, at, loadBalancer, scope);
        }
    }

    private void CheckCrossAccountRole(string roleName, CrossAccountRoleSpec role, FaultScope at)
    {
        at.CheckName(roleName, KubernetesLimits.DnsLabel);
        at.Check(role.Controllers, controllers => Limit.Entries(controllers.Count, 1, int.MaxValue));
        at.CheckEach(role.Controllers, AwsLimits.RoleArn);
        at.Check(role.ExternalId, IamLimits.ExternalId);
        at.Check(role.TargetGroups, groups => Limit.Entries(groups.Count, 1, int.MaxValue));
        at.As(ErrorCodes.UnknownName).CheckEach(role.TargetGroups, NotDeclared);
    }

    private string? NotDeclared(string targetGroup) =>
        loadBalancer.TargetGroups.ContainsKey(targetGroup) ? null : $"must be the name of one of the load balancer's 'targetGroups', got '{targetGroup}'";
}
