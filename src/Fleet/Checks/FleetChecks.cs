using Mooring.Fleet.Reading;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a whole fleet: limits of AWS and Kubernetes, and what one part says of another.</summary>
internal static class FleetChecks
{
    /// <summary>Adds what is wrong with a fleet. Parts that could not be read are not complained about twice.</summary>
    public static void Check(FleetSpec fleet, FaultCollector faults)
    {
        faults.AddIf("name", LoadBalancerLimits.Name(fleet.Name));
        faults.AddIf("environment", KubernetesLimits.LabelValue(fleet.Environment));
        faults.AddIf("region", AwsLimits.Region(fleet.Region));
        faults.AddIf("account", fleet.Account is { } account ? AwsLimits.Account(account) : null);
        faults.AddIf("vpc", AwsLimits.ResourceId("vpc", fleet.Vpc));
        if (fleet.LoadBalancers.Count + fleet.Clusters.Count == 0 && !faults.IsUnreadable("loadBalancers"))
        {
            faults.Add("clusters", "must have an entry, or 'loadBalancers' must: the fleet is empty");
        }

        CheckBackend(fleet.Backend, faults);
        CheckArgoCd(fleet, faults);
        // Clusters come first: what a forward means cannot be told while the bindings it may mean have faults.
        foreach (var (name, cluster) in fleet.Clusters)
        {
            ClusterChecks.Check(fleet, name, cluster, faults);
        }

        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            new LoadBalancerChecks(fleet, name, loadBalancer, faults).Check();
        }
    }

    private static void CheckBackend(BackendSpec backend, FaultCollector faults)
    {
        object?[] given = [backend.Local, backend.S3, backend.Cloud];
        if (given.Count(choice => choice is not null) > 1)
        {
            faults.Add("backend", "must be one of 'local', 's3' and 'cloud', got more than one");
        }
    }

    private static void CheckArgoCd(FleetSpec fleet, FaultCollector faults)
    {
        if (fleet.ArgoCd is not { } argoCd)
        {
            return;
        }

        faults.AddIf("argoCd.namespace", KubernetesLimits.DnsLabel(argoCd.Namespace));
        if (!fleet.Clusters.ContainsKey(argoCd.Cluster) && !faults.IsUnreadable("clusters"))
        {
            faults.Add("argoCd.cluster", $"must be the name of a cluster of this fleet, got '{argoCd.Cluster}'");
        }
    }
}
