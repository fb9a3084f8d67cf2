using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a cluster. Its node groups, access and bindings have checks of their own.</summary>
internal sealed class ClusterChecks(FleetSpec fleet, string name, ClusterSpec cluster, FaultCollector faults)
{
    /// <summary>What can be said of a cluster that is only looked up.</summary>
    private static readonly string[] s_keysOfExisting =
    [
        "existing", "version", "subnets", "accessEntries", "addOns", "nodeGroups", "selfManagedNodeGroups", "oidcProvider", "tags", "delivery", "registration", "bindings",
    ];

    private readonly string _path = $"clusters.{name}";

    /// <summary>Adds what is wrong with the cluster.</summary>
    public void Check()
    {
        faults.AddNameIf(_path, EksLimits.ClusterName(name));
        if (fleet.Clusters.Keys.TakeWhile(other => other != name).FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            faults.Add(_path, $"must differ from cluster '{same}' in more than case: the names of their roles would be the same to IAM");
        }

        CheckControlPlane();
        CheckSubnets();
        CheckDelivery();
        TagChecks.Check($"{_path}.tags", cluster.Tags, faults);
        new NodeGroupChecks(_path, cluster, faults).Check();
        new AccessChecks(fleet, name, cluster, faults).Check();
        foreach (var index in Enumerable.Range(0, cluster.Bindings.Count))
        {
            new BindingChecks(fleet, name, index, faults).Check();
        }

        CheckPolicy();
    }

    private void CheckControlPlane()
    {
        faults.AddIf($"{_path}.version", cluster.Version is { } version ? EksLimits.Version(version) : null);
        if (faults.IsUnreadable($"{_path}.existing"))
        {
            return;
        }

        if (cluster.Existing)
        {
            faults.AddOthersThan(_path, s_keysOfExisting, "must be left out of a cluster that is only looked up");
            return;
        }

        var endpoint = cluster.EndpointAccess;
        faults.AddIf($"{_path}.endpointAccess", EksLimits.EndpointAccess(endpoint.Private, endpoint.Public));
        faults.AddEachIf($"{_path}.endpointAccess.publicCidrs", endpoint.PublicCidrs, NetworkLimits.Cidr);
        if (!faults.IsFaulty($"{_path}.endpointAccess"))
        {
            faults.AddIf($"{_path}.endpointAccess.publicCidrs", EksLimits.PublicCidrs(endpoint.Public, endpoint.PublicCidrs));
        }

        faults.AddIf($"{_path}.oidcProvider", cluster.OidcProvider == OidcProviderSource.Existing
            ? "must be 'create' or left out of a cluster that is created: EKS makes up its issuer then, and no provider can be there before, got 'existing'"
            : null);
        faults.AddIf($"{_path}.encryptionKey", cluster.EncryptionKey is { } key ? AwsLimits.KmsKeyArn(key, LoadBalancerChecks.RegionOf(faults, fleet)) : null);
        faults.AddIf($"{_path}.logTypes", cluster.LogTypes.Distinct().Count() == cluster.LogTypes.Count ? null : "must not have an entry twice");
    }

    private void CheckSubnets()
    {
        var needsNone = cluster.Existing && cluster.NodeGroups.Count + cluster.SelfManagedNodeGroups.Count == 0;
        faults.AddIf($"{_path}.subnets", needsNone && cluster.Subnets.Count == 0 ? null : EksLimits.ClusterSubnets(cluster.Subnets), $"{_path}.existing");
        faults.AddEachIf($"{_path}.subnets", cluster.Subnets, AwsLimits.SubnetId);
    }

    private void CheckDelivery()
    {
        if (cluster.Delivery == Delivery.ArgoCd && fleet.ArgoCd is null && !faults.IsUnreadable("argoCd"))
        {
            faults.Add($"{_path}.delivery", "must be 'helm' in a fleet without 'argoCd', got 'argocd'");
        }
    }

    /// <summary>A controller's policy names its target groups, and a role holds only so much.</summary>
    private void CheckPolicy()
    {
        if (!cluster.HasController || new[] { "name", "region", "controller", "loadBalancers", _path }.Any(faults.IsFaulty))
        {
            return;
        }

        // The partition and the account are known to Terraform only: these are as long as they can be.
        var policy = ControllerPolicy.Of(ClusterPermissions.Of(fleet, name, "aws-us-gov", "000000000000"));
        if (IamLimits.InlinePolicies([policy]) is { } fault)
        {
            faults.Add($"{_path}.bindings", $"give a policy of the controller's role that {fault}: choose 'controller.policy: documented', or bind fewer target groups");
        }
    }
}
