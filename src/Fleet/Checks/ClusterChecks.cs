using Mooring.Fleet.Reading;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a cluster with its node groups and bindings.</summary>
internal static class ClusterChecks
{
    /// <summary>Adds what is wrong with a cluster.</summary>
    public static void Check(FleetSpec fleet, string name, ClusterSpec cluster, FaultCollector faults)
    {
        var path = $"clusters.{name}";
        faults.AddNameIf(path, EksLimits.ClusterName(name));
        faults.AddIf($"{path}.subnets", EksLimits.ClusterSubnets(cluster.Subnets));
        faults.AddEachIf($"{path}.subnets", cluster.Subnets, AwsLimits.SubnetId);
        CheckDelivery(fleet, name, cluster, faults);
        if (fleet.Clusters.Keys.TakeWhile(other => other != name).FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            faults.Add(path, $"must differ from cluster '{same}' in more than case: the names of their roles would be the same to IAM");
        }

        foreach (var (groupName, group) in cluster.NodeGroups)
        {
            faults.AddNameIf($"{path}.nodeGroups.{groupName}", EksLimits.NodeGroupName(groupName));
            CheckNodeGroup($"{path}.nodeGroups.{groupName}", group, faults);
        }

        CheckBindings(fleet, name, cluster, faults);
    }

    private static void CheckDelivery(FleetSpec fleet, string name, ClusterSpec cluster, FaultCollector faults)
    {
        if (cluster.Delivery != Delivery.ArgoCd || faults.IsUnreadable("argoCd"))
        {
            return;
        }

        var path = $"clusters.{name}";
        if (fleet.ArgoCd is not { } argoCd)
        {
            faults.Add($"{path}.delivery", "must be 'helm' in a fleet without 'argoCd', got 'argocd'");
        }
        else if (argoCd.Cluster == name)
        {
            faults.Add($"{path}.delivery", "must be 'helm' for the cluster where Argo CD runs, which has no Secret with labels, got 'argocd'");
        }
        else if (cluster.Bindings.Count > 1)
        {
            faults.Add($"{path}.bindings", $"must have at most 1 entry under 'argocd' delivery, because the labels of the cluster's Secret name one target group, got {cluster.Bindings.Count}");
        }
    }

    private static void CheckNodeGroup(string path, NodeGroupSpec group, FaultCollector faults)
    {
        faults.AddIf($"{path}.minSize", EksLimits.NodeGroupMinSize(group.MinSize));
        faults.AddIf($"{path}.maxSize", EksLimits.NodeGroupMaxSize(group.MaxSize, group.MinSize));
        faults.AddIf($"{path}.instanceTypes", EksLimits.InstanceTypes(group.InstanceTypes.Count));
    }

    private static void CheckBindings(FleetSpec fleet, string clusterName, ClusterSpec cluster, FaultCollector faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, binding) in cluster.Bindings.Index())
        {
            var path = $"clusters.{clusterName}.bindings[{index}]";
            if (!fleet.LoadBalancers.ContainsKey(binding.LoadBalancer) && !faults.IsUnreadable("loadBalancers"))
            {
                faults.Add($"{path}.loadBalancer", $"must be the name of a load balancer of this fleet, got '{binding.LoadBalancer}'");
            }

            faults.AddIf(binding.Name is null ? $"{path}.loadBalancer" : $"{path}.name", KubernetesLimits.DnsLabel(binding.EffectiveName));
            if (!names.Add(binding.EffectiveName) && !faults.IsFaulty(path))
            {
                faults.Add(path, $"must have a 'name' of its own in cluster '{clusterName}', got '{binding.EffectiveName}' again");
            }

            faults.AddIf($"{path}.service.namespace", KubernetesLimits.DnsLabel(binding.Service.Namespace));
            faults.AddIf($"{path}.service.name", KubernetesLimits.DnsLabel(binding.Service.Name));
            faults.AddIf($"{path}.service.port", KubernetesLimits.ServicePort(binding.Service.Port));
            CheckTargetPort(path, binding, faults);
            faults.AddIf($"{path}.targetGroup.port", NetworkLimits.Port(binding.TargetGroup.Port));
            faults.AddIf($"{path}.targetGroup.healthCheck.path", TargetGroupLimits.HealthCheckPath(binding.TargetGroup.HealthCheck.Path));
        }
    }

    private static void CheckTargetPort(string path, BindingSpec binding, FaultCollector faults)
    {
        if (binding.Service.TargetPort is { } port)
        {
            faults.AddIf($"{path}.service.targetPort", NetworkLimits.Port(port));
        }
        else if (binding.TargetGroup.TargetType == TargetType.Ip)
        {
            faults.Add($"{path}.service.targetPort", "is required for target type ip: the load balancer reaches the pods on it");
        }
    }
}
