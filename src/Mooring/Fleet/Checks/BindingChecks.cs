using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a binding of a cluster. <see cref="TargetGroupBindingChecks"/> checks what its controller accepts.</summary>
internal sealed class BindingChecks(FleetIndex fleetIndex, string clusterName, int index, FaultScope scope)
{
    private readonly FleetSpec _fleet = fleetIndex.Fleet;
    private readonly ClusterSpec _cluster = fleetIndex.Fleet.Clusters[clusterName];
    private readonly BindingSpec _binding = fleetIndex.Fleet.Clusters[clusterName].Bindings[index];

    /// <summary>Whether a binding before it in the cluster has its name.</summary>
    public bool IsNameTaken { get; init; }

    /// <summary>Whether the binding has one load balancer or one existing target group.</summary>
    private bool IsComplete => (_binding.LoadBalancer is null) != (_binding.ExistingTargetGroup is null);

    /// <summary>Whether the target group that the binding refers to is there: a key with another error may hide it.</summary>
    private bool IsDeclared =>
        _binding.TargetGroupRef is not { } reference
        || _fleet.LoadBalancers.GetValueOrDefault(_binding.LoadBalancer ?? string.Empty)?.TargetGroups.ContainsKey(reference) == true;

    /// <summary>Adds the errors of the binding.</summary>
    public void Check()
    {
        CheckSource();
        CheckTargetGroup();
        CheckExisting();
        CheckName();
        CheckService(_binding.Service, scope.At(_binding.Service));
        NetworkingChecks.CheckPeers(_binding, scope);
        if (_binding.RegisterBy == RegisterBy.Controller)
        {
            TargetGroupBindingChecks.CheckValues(_binding, scope);
        }

        if (IsTargetGroupKnown())
        {
            var group = BindingTargetGroup.Of(_fleet, _binding);
            CheckTargetPort(group);
            CheckFargate(group);
            LocationChecks.CheckBinding(_fleet, clusterName, _binding, group, scope);
            CheckShared();
            CheckRegistration(group);
        }
    }

    /// <summary>Whether enough of the target group could be read to check the rest of the binding against it.</summary>
    private bool IsTargetGroupKnown()
    {
        FaultScope[] needed = [scope.At(_binding.TargetGroupRef), scope.At(_binding.LoadBalancer), scope.At(_binding.ExistingTargetGroup)];
        if (!IsComplete || !IsDeclared || needed.Any(part => part.IsFaulty))
        {
            return false;
        }

        // An existing target group has the same two keys.
        var (group, at) = (_binding.TargetGroup, ScopeOfTargetGroup());
        return !at.At(group.TargetType).IsUnreadable && !at.At(group.Shared).IsUnreadable;
    }

    /// <summary>Where the file describes the binding's target group.</summary>
    private FaultScope ScopeOfTargetGroup()
    {
        if (_binding is { TargetGroupRef: { } reference, LoadBalancer: { } name })
        {
            var loadBalancer = _fleet.LoadBalancers[name];
            return ScopeOfLoadBalancer(name).At(loadBalancer.TargetGroups).Entry(reference);
        }

        return _binding.ExistingTargetGroup is null ? scope.At(_binding.TargetGroup) : scope.At(_binding.ExistingTargetGroup);
    }

    private FaultScope ScopeOfLoadBalancer(string name) => scope.Root.At(_fleet.LoadBalancers).Entry(name);

    private void CheckSource()
    {
        if (!IsComplete && !scope.At(_binding.LoadBalancer).IsUnreadable && !scope.At(_binding.ExistingTargetGroup).IsUnreadable)
        {
            scope.AddBeside($"must have one of 'loadBalancer' and 'existingTargetGroup', got {(_binding.LoadBalancer is null ? "none" : "both")}");
        }

        if (_binding.LoadBalancer is { } name && !_fleet.LoadBalancers.ContainsKey(name) && !scope.Root.At(_fleet.LoadBalancers).IsUnreadable)
        {
            scope.At(_binding.LoadBalancer).As(ErrorCodes.UnknownName).Add($"must be the name of a load balancer of this fleet, got '{name}'");
        }
    }

    private void CheckTargetGroup()
    {
        var loadBalancer = _binding.LoadBalancer is { } name ? _fleet.LoadBalancers.GetValueOrDefault(name) : null;
        var at = scope.At(_binding.TargetGroup);
        if (at.IsGiven && (_binding.ExistingTargetGroup is not null || _binding.TargetGroupRef is not null))
        {
            at.Add($"must be left out next to '{(_binding.TargetGroupRef is null ? "existingTargetGroup" : "targetGroupRef")}', which is another target group");
        }
        else
        {
            var region = loadBalancer is null
                ? LocationChecks.RegionOf(_fleet, _cluster.Location, scope.Root.At(_fleet.Clusters).Entry(clusterName).At(_cluster.Location))
                : LocationChecks.RegionOfLoadBalancer(_fleet, _binding.LoadBalancer!, scope.Root);
            TargetGroupChecks.Check(_binding.TargetGroup, at, region);
            if (loadBalancer is not null)
            {
                TargetGroupChecks.CheckBeside(_binding.TargetGroup, at, loadBalancer, ScopeOfLoadBalancer(_binding.LoadBalancer!));
            }
        }

        if (_binding.TargetGroupRef is { } reference && (_binding.LoadBalancer is null || loadBalancer?.TargetGroups.ContainsKey(reference) == false))
        {
            var key = scope.At(_binding.TargetGroupRef);
            if (_binding.LoadBalancer is { } owner)
            {
                key.As(ErrorCodes.UnknownName).Add($"must be the name of one of the 'targetGroups' of load balancer '{owner}', got '{reference}'");
            }
            else
            {
                key.Add("must be left out where there is no 'loadBalancer', which would declare it");
            }
        }
    }

    private void CheckExisting()
    {
        if (_binding.ExistingTargetGroup is not { } existing)
        {
            return;
        }

        var at = scope.At(_binding.ExistingTargetGroup);
        at.AddIf(
            (existing.Arn is null) == (existing.Name is null) ? $"must have one of 'arn' and 'name', got {(existing.Arn is null ? "none" : "both")}" : null
        );
        at.Check(existing.Arn, TargetGroupBindingLimits.TargetGroupArn);
        at.Check(existing.Name, LoadBalancerLimits.TargetGroupName);
        if (scope.At(_binding.Reference).IsGiven)
        {
            scope.At(_binding.Reference).Add("must be left out next to 'existingTargetGroup', which says whether it is an ARN or a name");
        }
    }

    private void CheckName()
    {
        scope.Check(_binding.Renamed, TerraformText.Label);
        if (_binding is { Name: null, LoadBalancer: null })
        {
            scope.At(_binding.Name).As(ErrorCodes.Missing).AddIf(IsComplete ? "is required next to 'existingTargetGroup'" : null);
            return;
        }

        var (name, loadBalancer) = (scope.At(_binding.Name), scope.At(_binding.LoadBalancer));
        (_binding.Name is null ? loadBalancer : name).AddIf(TerraformText.Label(_binding.EffectiveName));
        if (IsNameTaken && !name.IsFaulty && !loadBalancer.IsFaulty)
        {
            scope.As(ErrorCodes.Taken).AddBeside($"must have a unique 'name' in cluster '{clusterName}', got '{_binding.EffectiveName}' again");
        }
    }

    private static void CheckService(ServiceSpec service, FaultScope at)
    {
        at.Check(service.Namespace, KubernetesLimits.DnsLabel);
        at.Check(service.Name, KubernetesLimits.DnsLabel);
        at.Check(service.Port, ServiceLimits.Port);
        at.Check(service.TargetPort, NetworkLimits.Port);
    }

    private void CheckTargetPort(TargetGroupSpec group)
    {
        var (service, at) = (_binding.Service, scope.At(_binding.Service));
        if (service.TargetPort is null && group.TargetType == TargetType.Ip && _binding is { LoadBalancer: not null, Networking: null })
        {
            at.At(service.TargetPort).As(ErrorCodes.Missing).Add("is required for target type ip: the load balancer reaches the pods on it");
        }
    }

    private void CheckFargate(TargetGroupSpec group)
    {
        // An existing target group has the same key.
        var at = ScopeOfTargetGroup().At(group.TargetType);
        if (!scope.At(_binding.Service).IsFaulty && !scope.Root.At(_fleet.Clusters).Entry(clusterName).At(_cluster.FargateProfiles).IsFaulty && !at.IsFaulty)
        {
            FargateChecks.CheckBinding(_cluster, _binding, group, at);
        }
    }

    /// <summary>Two bindings of one target group evict each other's targets, in one cluster or in two, unless it is a shared one.</summary>
    private void CheckShared()
    {
        if (fleetIndex.BoundTargetGroups.Owner(clusterName, index) is { } owner)
        {
            scope
                .As(ErrorCodes.Taken)
                .AddBeside($"must have its own target group: '{Described()}' is already bound by cluster '{owner.Cluster}', and is not 'shared: true'");
        }
        else if (fleetIndex.BoundTargetGroups.OtherOfAutoMode(clusterName, index) is { } other)
        {
            scope
                .As(ErrorCodes.Taken)
                .AddBeside(
                    $"must have another target group: '{Described()}' is already bound by cluster '{other.Cluster}', and the tag that EKS Auto Mode needs "
                        + "names one cluster"
                );
        }
        else if (
            !_cluster.HasAutoModeController
            && fleetIndex.BoundTargetGroups.SameCluster(clusterName, index) is { } same
            && ControllerChecks.ChartOf(_fleet, clusterName, scope.Root) is { } chart
        )
        {
            scope
                .As(ErrorCodes.Taken)
                .AddBeside(
                    TargetGroupBindingLimits.TwoOfOneTargetGroup(ControllerChart.ControllerOf(chart), chart) is { } fault
                        ? $"{fault}: binding '{same.Binding.EffectiveName}' of the cluster has the same target group"
                        : null
                );
        }
    }

    /// <summary>The target group as the file has it.</summary>
    private string Described() =>
        _binding.TargetGroupRef is { } reference ? $"{_binding.LoadBalancer}/{reference}"
        : _binding.ExistingTargetGroup is { } existing ? existing.Arn ?? existing.Name ?? string.Empty
        : _binding.TargetGroup.Adopt ?? FleetNames.TargetGroup(_fleet, clusterName, _binding);

    private void CheckRegistration(TargetGroupSpec group)
    {
        if (_binding.RegisterBy == RegisterBy.Controller)
        {
            new TargetGroupBindingChecks(_fleet, clusterName, _binding, group, scope).Check();
        }
        else
        {
            CheckAutoScaling(group);
        }
    }

    private void CheckAutoScaling(TargetGroupSpec group)
    {
        const string by = "registerBy: autoscaling";
        scope
            .At(_binding.Service)
            .At(_binding.Service.CreateNamespace)
            .AddIf(_binding.Service.CreateNamespace ? $"must be left out with '{by}', which needs no namespace" : null, scope.At(_binding.RegisterBy));
        scope
            .At(_binding.RegisterBy)
            .AddIf(
                group.TargetType == TargetType.Ip ? "must be 'controller' for target type ip: an Auto Scaling group has nodes, not pods"
                : _cluster.SelfManagedNodeGroups.Count == 0
                    ? "must be 'controller' for a cluster without 'selfManagedNodeGroups': EKS's own Auto Scaling groups are not known before they exist"
                : _binding.ExistingTargetGroup is not null ? "must be 'controller' for an 'existingTargetGroup'"
                : null
            );
        if (KubernetesLimits.NodePort(group.Port) is { } fault)
        {
            (_binding.TargetGroupRef is null ? scope.At(_binding.TargetGroup.Port) : scope.At(_binding.TargetGroupRef)).Add(
                $"{fault}: with '{by}' nodes are reached on the target group's port"
            );
        }

        scope.Check(_binding.NodeSelector, _ => $"must be left out with '{by}': every node is registered");
        scope.Check(_binding.Networking, _ => $"must be left out with '{by}': no controller adds rules");
    }
}
