using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a load balancer. Its listeners, target groups and roles have checks of their own.</summary>
internal sealed class LoadBalancerChecks(FleetSpec fleet, string name, LoadBalancerSpec loadBalancer, FaultCollector faults)
{
    /// <summary>What can be said of a load balancer that is only looked up.</summary>
    private static readonly string[] s_keysOfExisting = ["existing", "ipAddressType", "securityGroups", "tags", "quotas", "targetGroups", "crossAccountRoles", "listeners"];

    private readonly string _path = $"loadBalancers.{name}";

    /// <summary>Adds what is wrong with the load balancer.</summary>
    public void Check()
    {
        CheckName();
        if (loadBalancer.Existing is not null)
        {
            faults.AddOthersThan(_path, s_keysOfExisting, "must be left out of a load balancer that is only looked up");
        }
        else
        {
            CheckNetwork();
            CheckAttributes();
        }

        faults.AddEachIf($"{_path}.securityGroups", loadBalancer.SecurityGroups, AwsLimits.SecurityGroupId);
        TagChecks.Check($"{_path}.tags", loadBalancer.Tags, faults);
        CheckQuotas();
        CheckTargetGroups();
        CheckCrossAccountRoles();
        foreach (var (listenerName, listener) in loadBalancer.Listeners)
        {
            new ListenerChecks(fleet, name, listenerName, listener, faults).Check();
        }
    }

    private void CheckName()
    {
        if (loadBalancer.Adopt is { } arn)
        {
            faults.AddIf($"{_path}.adopt", AwsLimits.LoadBalancerArn(arn, RegionOf(faults, fleet)));
        }

        if (faults.IsFaulty($"{_path}.adopt") || LoadBalancerLimits.Name(FleetNames.LoadBalancer(fleet, name)) is not { } fault)
        {
            return;
        }

        if (loadBalancer.Existing is not null)
        {
            faults.Add($"{_path}.existing", fault);
        }
        else if (!faults.IsFaulty("name"))
        {
            faults.Add(_path, $"gives a load balancer whose name {fault}");
        }
    }

    private void CheckNetwork()
    {
        faults.AddIf($"{_path}.ipAddressType", LoadBalancerLimits.IpAddressType(loadBalancer.IpAddressType, loadBalancer.Scheme), $"{_path}.scheme");
        faults.AddIf(
            loadBalancer.SubnetMappings.Count > 0 && loadBalancer.Subnets.Count == 0 ? $"{_path}.subnetMappings" : $"{_path}.subnets",
            LoadBalancerLimits.SubnetsOrMappings(loadBalancer.Subnets, loadBalancer.SubnetMappings));
        faults.AddEachIf($"{_path}.subnets", loadBalancer.Subnets, AwsLimits.SubnetId);
        faults.AddEachIf($"{_path}.subnetMappings", loadBalancer.SubnetMappings, AwsLimits.SubnetId);
        faults.AddEachIf($"{_path}.ingressCidrs", loadBalancer.IngressCidrs, NetworkLimits.Cidr);
        faults.AddEachIf($"{_path}.ingressPrefixLists", loadBalancer.IngressPrefixLists, AwsLimits.PrefixListId);
        faults.AddIf($"{_path}.securityGroups", LoadBalancerLimits.SecurityGroups(loadBalancer.SecurityGroups, loadBalancer.IngressCidrs, loadBalancer.IngressPrefixLists));
        if (loadBalancer.SecurityGroups.Count > 0)
        {
            return;
        }

        if (loadBalancer.Adopt is not null)
        {
            faults.Add($"{_path}.securityGroups", "is required of an adopted load balancer: name those it has, or it loses them");
        }
        else if (loadBalancer.IngressCidrs.Count + loadBalancer.IngressPrefixLists.Count == 0)
        {
            faults.Add($"{_path}.ingressCidrs", "is required where there are no 'ingressPrefixLists' and no 'securityGroups': nobody could connect");
        }
    }

    private void CheckAttributes()
    {
        CheckLogs($"{_path}.accessLogs", loadBalancer.AccessLogs);
        CheckLogs($"{_path}.connectionLogs", loadBalancer.ConnectionLogs);
        faults.AddIf($"{_path}.idleTimeout", loadBalancer.IdleTimeout is { } timeout ? LoadBalancerLimits.IdleTimeout(timeout) : null);
        faults.AddIf($"{_path}.webAcl", loadBalancer.WebAcl is { } webAcl ? AwsLimits.WebAclArn(webAcl, RegionOf(faults, fleet)) : null);
    }

    private void CheckLogs(string path, LogBucketSpec? logs)
    {
        if (logs is not null)
        {
            faults.AddIf($"{path}.bucket", LoadBalancerLimits.LogBucket(logs.Bucket));
            faults.AddIf($"{path}.prefix", LoadBalancerLimits.LogPrefix(logs.Prefix));
        }
    }

    private void CheckQuotas()
    {
        var (quotas, listeners) = (loadBalancer.Quotas, loadBalancer.Listeners.Values);
        faults.AddIf($"{_path}.quotas.listeners", LoadBalancerLimits.RaisedQuota(quotas.Listeners));
        faults.AddIf($"{_path}.quotas.rules", LoadBalancerLimits.RaisedQuota(quotas.Rules));
        faults.AddIf($"{_path}.quotas.certificates", LoadBalancerLimits.RaisedQuota(quotas.Certificates));
        if (faults.IsFaulty($"{_path}.quotas"))
        {
            return;
        }

        faults.AddIf($"{_path}.listeners", LoadBalancerLimits.Quota("listeners", loadBalancer.Listeners.Count, quotas.Listeners)
            ?? LoadBalancerLimits.Quota("rules", listeners.Sum(listener => listener.Rules.Count), quotas.Rules)
            ?? LoadBalancerLimits.Quota("additional certificates", listeners.Sum(listener => listener.AdditionalCertificates.Count), quotas.Certificates));
        var ofBindings = fleet.Clusters.Values.Sum(cluster => cluster.Bindings.Count(binding => binding.LoadBalancer == name && binding.TargetGroupRef is null));
        faults.AddIf(_path, LoadBalancerLimits.TargetGroups(ofBindings + loadBalancer.TargetGroups.Count) is { } fault ? $"{fault}: its bindings' and its own 'targetGroups' together" : null);
    }

    private void CheckTargetGroups()
    {
        foreach (var (groupName, group) in loadBalancer.TargetGroups)
        {
            var path = $"{_path}.targetGroups.{groupName}";
            faults.AddNameIf(path, KubernetesLimits.DnsLabel(groupName));
            TargetGroupChecks.Check(path, group, loadBalancer, _path, RegionOf(faults, fleet), faults);
        }
    }

    private void CheckCrossAccountRoles()
    {
        foreach (var (roleName, role) in loadBalancer.CrossAccountRoles)
        {
            var path = $"{_path}.crossAccountRoles.{roleName}";
            faults.AddNameIf(path, KubernetesLimits.DnsLabel(roleName));
            faults.AddIf($"{path}.controllers", Limit.Entries(role.Controllers.Count, 1, int.MaxValue));
            faults.AddEachIf($"{path}.controllers", role.Controllers, AwsLimits.RoleArn);
            faults.AddIf($"{path}.externalId", IamLimits.ExternalId(role.ExternalId));
            faults.AddIf($"{path}.targetGroups", Limit.Entries(role.TargetGroups.Count, 1, int.MaxValue));
            faults.AddEachIf($"{path}.targetGroups", role.TargetGroups, NotDeclared);
        }
    }

    private string? NotDeclared(string targetGroup)
        => loadBalancer.TargetGroups.ContainsKey(targetGroup) ? null : $"must be the name of one of the load balancer's 'targetGroups', got '{targetGroup}'";

    /// <summary>The fleet's region, where it is known to be one.</summary>
    internal static string? RegionOf(FaultCollector faults, FleetSpec fleet) => faults.IsFaulty("region") ? null : fleet.Region;
}
