using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a forward: its target groups, and the authentication in front of it.</summary>
internal sealed class ForwardChecks(FleetIndex fleetIndex, string loadBalancer, ListenerProtocol? protocol, FaultScope scope)
{
    private readonly FleetSpec _fleet = fleetIndex.Fleet;

    /// <summary>Adds the errors of a forward.</summary>
    public void Check(ForwardSpec forward)
    {
        CheckTargetGroups(forward.TargetGroups, scope.At(forward.TargetGroups));
        scope.Check(forward.Stickiness, ActionLimits.Stickiness);
        CheckStickiness(forward);
        if (forward.Authenticate is { } authenticate)
        {
            new AuthenticateChecks(authenticate, scope.At(forward.Authenticate)).Check(protocol);
        }

        if (forward.JwtValidation is { } validation)
        {
            new JwtValidationChecks(validation, scope.At(forward.JwtValidation)).Check(protocol, forward.Authenticate is not null);
        }
    }

    private void CheckTargetGroups(IReadOnlyList<ForwardTargetGroupSpec> targetGroups, FaultScope list)
    {
        list.AddIf(ActionLimits.ForwardTargetGroups(targetGroups.Count));
        var before = new HashSet<ForwardTargetGroupSpec>();
        foreach (var (index, target) in targetGroups.Index())
        {
            var at = list.Entry(index);
            at.Check(target.Weight, ActionLimits.Weight);
            CheckTargetGroup(target, at);
            if (!before.Add(target with { Weight = 0 }) && !at.IsIncomplete)
            {
                at.As(ErrorCodes.Taken).AddBeside("must be another target group than those before it in the forward");
            }
        }

        if (!list.IsIncomplete)
        {
            list.AddIf(ActionLimits.Weights([.. targetGroups.Select(target => target.Weight)]));
        }
    }

    /// <summary>AWS refuses several target groups of which one is sticky, unless the forward keeps a client at one of them.</summary>
    private void CheckStickiness(ForwardSpec forward)
    {
        if (
            forward is not { TargetGroups.Count: > 1, Stickiness: null }
            || scope.At(forward.TargetGroups).IsIncomplete
            || scope.At(forward.Stickiness).IsUnreadable
        )
        {
            return;
        }

        if (forward.TargetGroups.FirstOrDefault(IsSticky) is { } sticky)
        {
            scope
                .At(forward.Stickiness)
                .As(ErrorCodes.Missing)
                .Add(
                    $"is required in a forward to several target groups when one of them is sticky: that of '{sticky.Cluster ?? sticky.TargetGroup}' has "
                        + "'stickiness', and AWS then refuses a forward without its own"
                );
        }
    }

    private bool IsSticky(ForwardTargetGroupSpec target) =>
        target switch
        {
            { TargetGroup: { } name } => _fleet.LoadBalancers[loadBalancer].TargetGroups.GetValueOrDefault(name)?.Stickiness is not null,
            { Cluster: { } cluster } => fleetIndex.Candidates(cluster, loadBalancer, target).Any(binding => binding.TargetGroup.Stickiness is not null),
            _ => false,
        };

    private void CheckTargetGroup(ForwardTargetGroupSpec target, FaultScope at)
    {
        switch (target)
        {
            case { Cluster: not null, TargetGroup: not null } or { Cluster: null, TargetGroup: null }:
                at.AddBeside($"must have one of 'cluster' and 'targetGroup', got {(target.Cluster is null ? "none" : "both")}");
                break;
            case { TargetGroup: { } name }:
                CheckDeclared(name, target, at);
                break;
            case { Cluster: { } cluster }:
                CheckBound(cluster, target, at);
                break;
        }
    }

    private void CheckDeclared(string name, ForwardTargetGroupSpec target, FaultScope at)
    {
        at.Check(target.Binding, _ => "must be left out next to 'targetGroup': it names a binding of a cluster");
        if (_fleet.LoadBalancers[loadBalancer].TargetGroups.TryGetValue(name, out var group))
        {
            at.At(target.TargetGroup).AddIf(TargetGroupLimits.ForwardedFrom(protocol, group.ProtocolVersion));
        }
        else
        {
            at.At(target.TargetGroup)
                .As(ErrorCodes.UnknownName)
                .Add($"must be the name of one of the 'targetGroups' of load balancer '{loadBalancer}', got '{name}'");
        }
    }

    private void CheckBound(string clusterName, ForwardTargetGroupSpec target, FaultScope at)
    {
        var clusters = scope.Root.At(_fleet.Clusters);
        if (clusters.IsUnreadable || at.At(target.Binding).IsUnreadable)
        {
            return;
        }

        if (!_fleet.Clusters.ContainsKey(clusterName))
        {
            at.At(target.Cluster).As(ErrorCodes.UnknownName).Add($"must be the name of a cluster of this fleet, got '{clusterName}'");
        }
        else if (fleetIndex.KnowsBindingsOf(clusterName, scope))
        {
            CheckCandidates(clusterName, fleetIndex.Candidates(clusterName, loadBalancer, target), target, at);
        }
    }

    private void CheckCandidates(string clusterName, IReadOnlyList<BindingSpec> bindings, ForwardTargetGroupSpec target, FaultScope at)
    {
        if (bindings.Count == 0)
        {
            var name = target.Binding is { } binding ? $" named '{binding}'" : string.Empty;
            at.At(target.Cluster)
                .As(ErrorCodes.UnknownName)
                .Add($"must be a cluster with a binding{name} to load balancer '{loadBalancer}' and its own target group, got '{clusterName}'");
        }
        else if (bindings.Count > 1)
        {
            var names = string.Join(", ", bindings.Select(binding => $"'{binding.EffectiveName}'"));
            at.At(target.Binding)
                .As(ErrorCodes.Missing)
                .Add($"is required, because cluster '{clusterName}' has several bindings to load balancer '{loadBalancer}': {names}");
        }
        else
        {
            at.At(target.Cluster).AddIf(TargetGroupLimits.ForwardedFrom(protocol, bindings[0].TargetGroup.ProtocolVersion));
        }
    }
}
