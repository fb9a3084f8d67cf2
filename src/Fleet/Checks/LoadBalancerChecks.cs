using Mooring.Fleet.Reading;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a load balancer with its listeners and rules.</summary>
internal static class LoadBalancerChecks
{
    /// <summary>Adds what is wrong with a load balancer.</summary>
    public static void Check(FleetSpec fleet, string name, LoadBalancerSpec loadBalancer, FaultCollector faults)
    {
        var path = $"loadBalancers.{name}";
        if (!faults.IsFaulty("name") && ElbLimits.LoadBalancerName(FleetNames.LoadBalancer(fleet, name)) is { } fault)
        {
            faults.Add(path, $"gives a load balancer whose name {fault}");
        }

        faults.AddIf($"{path}.subnets", ElbLimits.LoadBalancerSubnets(loadBalancer.Subnets));
        faults.AddEachIf($"{path}.subnets", loadBalancer.Subnets, AwsLimits.SubnetId);
        faults.AddEachIf($"{path}.ingressCidrs", loadBalancer.IngressCidrs, NetworkLimits.Cidr);
        CheckPorts(path, loadBalancer, faults);
        foreach (var (listenerName, listener) in loadBalancer.Listeners)
        {
            var listenerPath = $"{path}.listeners.{listenerName}";
            faults.AddNameIf(listenerPath, KubernetesLimits.DnsLabel(listenerName));
            CheckListener(listenerPath, listener, faults);
            var actions = new ActionChecks(fleet, name, listener.Protocol, faults);
            actions.Check($"{listenerPath}.defaultAction", listener.DefaultAction);
            CheckRules(listenerPath, listener.Rules, actions, faults);
        }
    }

    private static void CheckPorts(string path, LoadBalancerSpec loadBalancer, FaultCollector faults)
    {
        var owners = new Dictionary<int, string>();
        foreach (var (name, listener) in loadBalancer.Listeners)
        {
            if (!owners.TryAdd(listener.Port, name))
            {
                faults.Add($"{path}.listeners.{name}.port", $"must be a port of its own, but {listener.Port} is already that of listener '{owners[listener.Port]}'");
            }
        }
    }

    private static void CheckListener(string path, ListenerSpec listener, FaultCollector faults)
    {
        faults.AddIf($"{path}.port", NetworkLimits.Port(listener.Port));
        if (!faults.IsFaulty($"{path}.protocol"))
        {
            faults.AddIf($"{path}.certificate", ElbLimits.Certificate(listener.Protocol, listener.Certificate));
        }
    }

    private static void CheckRules(string listenerPath, IReadOnlyList<RuleSpec> rules, ActionChecks actions, FaultCollector faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var owners = new Dictionary<int, string>();
        foreach (var (index, (rule, priority)) in RulePriority.Of(rules).Index())
        {
            var path = $"{listenerPath}.rules[{index}]";
            faults.AddIf($"{path}.name", KubernetesLimits.DnsLabel(rule.Name));
            if (!names.Add(rule.Name))
            {
                faults.Add($"{path}.name", $"must be unique in its listener, got '{rule.Name}' again");
            }

            faults.AddIf($"{path}.priority", ElbLimits.Priority(priority));
            if (!owners.TryAdd(priority, rule.Name))
            {
                faults.Add($"{path}.priority", $"must be unique in its listener, but {priority} is already that of rule '{owners[priority]}'");
            }

            if (!faults.IsFaulty($"{path}.paths"))
            {
                faults.AddIf($"{path}.hosts", ElbLimits.RuleConditions(rule.Hosts, rule.Paths));
            }

            actions.Check(path, rule);
        }
    }
}
