using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks what a binding's controller opens in the security groups of the targets.</summary>
internal static class NetworkingChecks
{
    /// <summary>Adds the errors of the sources of the traffic.</summary>
    public static void CheckPeers(BindingSpec binding, FaultScope scope)
    {
        if (binding.Networking is not { } networking)
        {
            return;
        }

        var list = scope.At(binding.Networking).At(networking.Ingress);
        list.AddIf(Limit.Entries(networking.Ingress.Count, 1, int.MaxValue));
        foreach (var (index, ingress) in networking.Ingress.Index())
        {
            var from = list.Entry(index).At(ingress.From);
            from.AddIf(ingress.From.Count == 0 && binding.LoadBalancer is null ? "must have an entry where there is no 'loadBalancer' to allow" : null);
            foreach (var (peerIndex, peer) in ingress.From.Index())
            {
                CheckPeer(peer, from.Entry(peerIndex));
            }

            foreach (var (portIndex, port) in ingress.Ports.Index())
            {
                // A name is one of a container's, where targets are pods.
                list.Entry(index).At(ingress.Ports).Entry(portIndex).Check(port.Port, value => TargetGroupBindingLimits.NetworkingPort(TargetType.Ip, value));
            }
        }
    }

    /// <summary>Adds the errors of the ports of a target group's targets.</summary>
    public static void CheckPorts(BindingSpec binding, TargetGroupSpec group, FaultScope scope)
    {
        if (binding.Networking is not { } networking)
        {
            return;
        }

        var list = scope.At(binding.Networking).At(networking.Ingress);
        foreach (var (index, ingress) in networking.Ingress.Index())
        {
            foreach (var (portIndex, port) in ingress.Ports.Index())
            {
                list.Entry(index).At(ingress.Ports).Entry(portIndex).Check(port.Port, value => Port(binding, group, value));
            }
        }
    }

    /// <summary>
    /// Nodes are reached on the node port of a Service, and on the port of the health check, which is not known of a target group outside the fleet.
    /// </summary>
    private static string? Port(BindingSpec binding, TargetGroupSpec group, ServicePort value) =>
        TargetGroupBindingLimits.NetworkingPort(group.TargetType, value)
        ?? (
            group.TargetType == TargetType.Instance
            && binding.ExistingTargetGroup is null
            && value.Number is { } number
            && number != group.HealthCheck.Port
            && KubernetesLimits.NodePort(number) is not null
                ? $"must be between 30000 and 32767, as all node ports are, or the port of the health check, got {value}: nodes are not reached on the "
                    + "port of a Service or a pod"
                : null
        );

    private static void CheckPeer(PeerSpec peer, FaultScope at)
    {
        at.AddIf(
            (peer.Cidr is null) == (peer.SecurityGroup is null)
                ? $"must have one of 'cidr' and 'securityGroup', got {(peer.Cidr is null ? "none" : "both")}"
                : null
        );
        at.Check(peer.Cidr, NetworkLimits.Cidr);
        at.Check(peer.SecurityGroup, AwsLimits.SecurityGroupId);
    }
}
