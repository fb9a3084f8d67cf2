using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a binding of a cluster.</summary>
internal sealed class BindingChecks(FleetSpec fleet, string clusterName, int index, FaultCollector faults)
{
    private readonly ClusterSpec _cluster = fleet.Clusters[clusterName];
    private readonly BindingSpec _binding = fleet.Clusters[clusterName].Bindings[index];
    private readonly string _path = $"clusters.{clusterName}.bindings[{index}]";

    /// <summary>Adds what is wrong with the binding.</summary>
    public void Check()
    {
        CheckTargetGroup();
        CheckName();
        CheckIngress();
        if (faults.IsFaulty($"{_path}.targetGroupRef") || faults.IsFaulty($"{_path}.loadBalancer") || faults.IsFaulty($"{_path}.existingTargetGroup") || !IsComplete)
        {
            CheckService();
            return;
        }

        // What cannot be read of the target group cannot be held against the rest.
        if (faults.IsUnreadable($"{PathOfTargetGroup}.targetType") || faults.IsUnreadable($"{PathOfTargetGroup}.shared"))
        {
            CheckService();
            return;
        }

        var group = BindingTargetGroup.Of(fleet, _binding);
        CheckTargetPort(group);
        CheckShared(group);
        CheckAutoScaling(group);
        CheckManifest();
    }

    /// <summary>Where the file tells of the binding's target group.</summary>
    private string PathOfTargetGroup => _binding switch
    {
        { ExistingTargetGroup: not null } => $"{_path}.existingTargetGroup",
        { TargetGroupRef: { } reference } => $"loadBalancers.{_binding.LoadBalancer}.targetGroups.{reference}",
        _ => $"{_path}.targetGroup",
    };

    private bool IsComplete => (_binding.LoadBalancer is null) != (_binding.ExistingTargetGroup is null);

    private void CheckTargetGroup()
    {
        if (!IsComplete && !faults.IsUnreadable($"{_path}.loadBalancer") && !faults.IsUnreadable($"{_path}.existingTargetGroup"))
        {
            faults.AddBeside(_path, $"must have one of 'loadBalancer' and 'existingTargetGroup', got {(_binding.LoadBalancer is null ? "none" : "both")}");
        }

        LoadBalancerSpec? loadBalancer = null;
        if (_binding.LoadBalancer is { } name && !fleet.LoadBalancers.TryGetValue(name, out loadBalancer) && !faults.IsUnreadable("loadBalancers"))
        {
            faults.Add($"{_path}.loadBalancer", $"must be the name of a load balancer of this fleet, got '{name}'");
        }

        if (faults.IsGiven($"{_path}.targetGroup") && (_binding.ExistingTargetGroup is not null || _binding.TargetGroupRef is not null))
        {
            faults.Add($"{_path}.targetGroup", $"must be left out beside '{(_binding.TargetGroupRef is null ? "existingTargetGroup" : "targetGroupRef")}', which is another target group");
        }
        else
        {
            TargetGroupChecks.Check($"{_path}.targetGroup", _binding.TargetGroup, loadBalancer, $"loadBalancers.{_binding.LoadBalancer}", LoadBalancerChecks.RegionOf(faults, fleet), faults);
        }

        CheckReference(loadBalancer);
    }

    private void CheckReference(LoadBalancerSpec? loadBalancer)
    {
        if (_binding.TargetGroupRef is { } reference && (_binding.LoadBalancer is null || loadBalancer?.TargetGroups.ContainsKey(reference) == false))
        {
            faults.Add($"{_path}.targetGroupRef", _binding.LoadBalancer is { } owner
                ? $"must be the name of one of the 'targetGroups' of load balancer '{owner}', got '{reference}'"
                : "must be left out where there is no 'loadBalancer', which would declare it");
        }

        if (_binding.ExistingTargetGroup is { } existing)
        {
            var path = $"{_path}.existingTargetGroup";
            faults.AddIf(path, (existing.Arn is null) != (existing.Name is null) ? null : $"must have one of 'arn' and 'name', got {(existing.Arn is null ? "none" : "both")}");
            faults.AddIf($"{path}.arn", existing.Arn is { } arn ? AwsLimits.TargetGroupArn(arn) : null);
            faults.AddIf($"{path}.name", existing.Name is { } name ? LoadBalancerLimits.TargetGroupName(name) : null);
            faults.AddIf($"{_path}.reference", faults.IsGiven($"{_path}.reference") ? "must be left out beside 'existingTargetGroup', which says whether it is an ARN or a name" : null);
        }
    }

    private void CheckName()
    {
        if (_binding is { Name: null, LoadBalancer: null })
        {
            faults.AddIf($"{_path}.name", IsComplete ? "is required beside 'existingTargetGroup'" : null);
            return;
        }

        faults.AddIf(_binding.Name is null ? $"{_path}.loadBalancer" : $"{_path}.name", KubernetesLimits.DnsLabel(_binding.EffectiveName));
        if (_cluster.Bindings.Take(index).Any(other => other.EffectiveName == _binding.EffectiveName) && !faults.IsFaulty($"{_path}.name") && !faults.IsFaulty($"{_path}.loadBalancer"))
        {
            faults.Add(_path, $"must have a 'name' of its own in cluster '{clusterName}', got '{_binding.EffectiveName}' again");
        }
    }

    private void CheckService()
    {
        faults.AddIf($"{_path}.service.namespace", KubernetesLimits.DnsLabel(_binding.Service.Namespace));
        faults.AddIf($"{_path}.service.name", KubernetesLimits.DnsLabel(_binding.Service.Name));
        faults.AddIf($"{_path}.service.port", ServiceLimits.Port(_binding.Service.Port));
    }

    private void CheckIngress()
    {
        foreach (var (at, ingress) in (_binding.Networking?.Ingress ?? []).Index())
        {
            var path = $"{_path}.networking.ingress[{at}]";
            faults.AddIf($"{path}.from", ingress.From.Count == 0 && _binding.LoadBalancer is null ? "must have an entry where there is no 'loadBalancer' to let in" : null);
            foreach (var (peerAt, peer) in ingress.From.Index())
            {
                if ((peer.Cidr is null) == (peer.SecurityGroup is null))
                {
                    faults.Add($"{path}.from[{peerAt}]", $"must have one of 'cidr' and 'securityGroup', got {(peer.Cidr is null ? "none" : "both")}");
                }
            }
        }
    }

    private void CheckTargetPort(TargetGroupSpec group)
    {
        if (_binding.Service.TargetPort is { } port)
        {
            faults.AddIf($"{_path}.service.targetPort", NetworkLimits.Port(port));
        }
        else if (group.TargetType == TargetType.Ip && _binding is { LoadBalancer: not null, Networking: null })
        {
            faults.Add($"{_path}.service.targetPort", "is required for target type ip: the load balancer reaches the pods on it");
        }
    }

    /// <summary>Two bindings of one target group evict each other's targets, in one cluster or in two, unless it is a shared one.</summary>
    private void CheckShared(TargetGroupSpec group)
    {
        if (group.Shared || IdentityOf(_binding) is not { } identity)
        {
            return;
        }

        var before = fleet.Clusters.TakeWhile(other => other.Key != clusterName).SelectMany(other => other.Value.Bindings.Select(binding => (Cluster: other.Key, Binding: binding)))
            .Concat(_cluster.Bindings.Take(index).Select(binding => (Cluster: clusterName, Binding: binding)));
        if (before.FirstOrDefault(other => IdentityOf(other.Binding) == identity) is { Cluster: { } owner })
        {
            faults.AddBeside(_path, $"must have a target group of its own: '{identity}' is already bound by cluster '{owner}', and is not 'shared: true'");
        }
    }

    /// <summary>What tells one target group from another that bindings do not have to themselves.</summary>
    private static string? IdentityOf(BindingSpec binding)
        => binding.TargetGroupRef is { } reference ? $"{binding.LoadBalancer}/{reference}"
            : binding.ExistingTargetGroup?.Arn ?? binding.ExistingTargetGroup?.Name ?? binding.TargetGroup.Adopt;

    private void CheckAutoScaling(TargetGroupSpec group)
    {
        if (_binding.RegisterBy != RegisterBy.AutoScaling)
        {
            return;
        }

        const string by = "registerBy: autoscaling";
        faults.AddIf($"{_path}.registerBy", group.TargetType == TargetType.Ip ? "must be 'controller' for target type ip: an Auto Scaling group has nodes, not pods"
            : _cluster.SelfManagedNodeGroups.Count == 0 ? "must be 'controller' for a cluster without 'selfManagedNodeGroups': EKS's own Auto Scaling groups are not known before they exist"
            : _binding.ExistingTargetGroup is not null ? "must be 'controller' for an 'existingTargetGroup'"
            : null);
        if (KubernetesLimits.NodePort(group.Port) is { } fault)
        {
            faults.Add(_binding.TargetGroupRef is null ? $"{_path}.targetGroup.port" : $"{_path}.targetGroupRef", $"{fault}: with '{by}' nodes are reached on the target group's port");
        }

        faults.AddIf($"{_path}.nodeSelector", _binding.NodeSelector is null ? null : $"must be left out with '{by}': every node is registered");
        faults.AddIf($"{_path}.networking", _binding.Networking is null ? null : $"must be left out with '{by}': there is no controller to open anything");
    }

    /// <summary>What the controller, in the version chosen, makes of the TargetGroupBinding.</summary>
    private void CheckManifest()
    {
        if (_binding.RegisterBy != RegisterBy.Controller)
        {
            CheckService();
            return;
        }

        const string token = "${known.to.terraform}";
        var manifest = BindingManifest.Of(fleet, clusterName, _binding, _binding.ExistingTargetGroup?.Arn ?? token, token);
        var chart = fleet.Controller.EffectiveChartVersion;
        var controller = faults.IsFaulty("controller") ? null : ControllerChart.ControllerOf(chart);
        var rules = TargetGroupBindingLimits.Rules(manifest).Where(rule => !IsDerived(rule.Property));
        foreach (var (property, fault) in rules.Concat(TargetGroupBindingLimits.Fields(manifest, controller, chart)))
        {
            var key = $"{_path}.{KeyOf(property)}";
            faults.AddIf(key, fault, $"{key[..key.LastIndexOf('.')]}.operator");
        }
    }

    /// <summary>Whether a property is derived from names of the fleet, and as good as those are.</summary>
    private bool IsDerived(string property)
        => property is nameof(TargetGroupBinding.Name) || (property is nameof(TargetGroupBinding.TargetGroupName) && _binding.ExistingTargetGroup is null);

    /// <summary>The key of the fleet file that a property of the TargetGroupBinding is from.</summary>
    private string KeyOf(string property)
    {
        var (first, rest) = property.IndexOfAny(['.', '[']) is > 0 and var end ? (property[..end], property[end..]) : (property, string.Empty);
        var group = _binding.ExistingTargetGroup is not null ? "existingTargetGroup" : _binding.TargetGroupRef is not null ? "targetGroupRef" : "targetGroup";
        return first switch
        {
            nameof(TargetGroupBinding.Namespace) => "service.namespace",
            nameof(TargetGroupBinding.ServiceName) => "service.name",
            nameof(TargetGroupBinding.ServicePort) => "service.port",
            nameof(TargetGroupBinding.TargetGroupArn) => "existingTargetGroup.arn",
            nameof(TargetGroupBinding.TargetGroupName) => _binding.ExistingTargetGroup is null ? "reference" : "existingTargetGroup.name",
            nameof(TargetGroupBinding.VpcId) => "existingTargetGroup.vpc",
            nameof(TargetGroupBinding.TargetGroupProtocol) => "existingTargetGroup.protocol",
            nameof(TargetGroupBinding.IamRoleArnToAssume) => "existingTargetGroup.assumeRole.role",
            nameof(TargetGroupBinding.AssumeRoleExternalId) => "existingTargetGroup.assumeRole.externalId",
            nameof(TargetGroupBinding.IpAddressType) => _binding.TargetGroupRef is null ? $"{group}.ipAddressType" : group,
            nameof(TargetGroupBinding.MultiClusterTargetGroup) => _binding.TargetGroupRef is null ? $"{group}.shared" : group,
            _ => CamelCase(first) + CamelCase(rest).Replace("securityGroupId", "securityGroup", StringComparison.Ordinal),
        };
    }

    /// <summary><c>.Ingress[0].From</c> as the file has it, <c>.ingress[0].from</c>; a label's key behind <c>matchLabels</c> as it is.</summary>
    private static string CamelCase(string path)
    {
        const string labels = ".MatchLabels.";
        if (path.StartsWith(labels, StringComparison.Ordinal))
        {
            return $".matchLabels.{path[labels.Length..]}";
        }

        return string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : $"{char.ToLowerInvariant(part[0])}{part[1..]}"));
    }
}
