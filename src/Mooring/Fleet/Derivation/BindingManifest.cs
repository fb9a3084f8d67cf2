using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Derivation;

/// <summary>Turns a binding into its TargetGroupBinding.</summary>
internal static class BindingManifest
{
    /// <summary>The TargetGroupBinding of a binding.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="binding">The binding; its controller registers the targets.</param>
    /// <param name="targetGroupArn">ARN of the target group, where the binding refers to it by ARN.</param>
    /// <param name="loadBalancerGroupId">Id of the load balancer's security group, where its <c>networking</c> allows that.</param>
    /// <param name="targetRoleArn">ARN of the role for target groups of the load balancer, where that is in another account.</param>
    public static TargetGroupBinding Of(
        FleetSpec fleet,
        string cluster,
        BindingSpec binding,
        string? targetGroupArn,
        string? loadBalancerGroupId,
        string? targetRoleArn
    )
    {
        var group = BindingTargetGroup.Of(fleet, binding);
        var existing = binding.ExistingTargetGroup;
        return new TargetGroupBinding
        {
            Name = FleetNames.TargetGroupBinding(fleet, cluster, binding),
            Namespace = binding.Service.Namespace,
            ServiceName = binding.Service.Name,
            ServicePort = binding.Service.Port,
            TargetGroupArn = IsByName(binding) ? null : targetGroupArn,
            TargetGroupName = IsByName(binding) ? FleetNames.TargetGroup(fleet, cluster, binding) : null,
            TargetType = group.TargetType,
            NodeSelector = binding.NodeSelector is { } selector ? ToSelector(selector) : null,
            IpAddressType = group.IpAddressType,
            // Below version 2.8 the controller takes every target group to be in its own VPC.
            VpcId = BindingLocation.IsOtherVpc(fleet, cluster, binding.LoadBalancer)
                ? FleetLocation.OfLoadBalancer(fleet, binding.LoadBalancer!).Vpc
                : existing?.Vpc,
            MultiClusterTargetGroup = group.Shared,
            IamRoleArnToAssume = targetRoleArn ?? existing?.AssumeRole?.Role,
            AssumeRoleExternalId = targetRoleArn is null ? existing?.AssumeRole?.ExternalId : FleetNames.TargetRole(fleet, binding.LoadBalancer!, cluster),
            TargetGroupProtocol = existing?.Protocol,
            Controller = fleet.Clusters[cluster].Controller.Kind,
            Networking = binding.Networking is { } networking
                ? ToNetworking(networking, LoadBalancerPeers(fleet, cluster, binding, loadBalancerGroupId))
                : null,
        };
    }

    /// <summary>Whether the TargetGroupBinding refers to its target group by name and not by ARN.</summary>
    public static bool IsByName(BindingSpec binding) =>
        binding.ExistingTargetGroup is { } existing ? existing.Arn is null : binding.Reference == TargetGroupReference.Name;

    /// <summary>Whether its <c>networking</c> allows the load balancer without naming it.</summary>
    public static bool LetsLoadBalancerIn(BindingSpec binding) =>
        binding is { LoadBalancer: not null, Networking: { } networking } && networking.Ingress.Any(ingress => ingress.From.Count == 0);

    private static IReadOnlyList<NetworkingPeer> LoadBalancerPeers(FleetSpec fleet, string cluster, BindingSpec binding, string? groupId) =>
        BindingLocation.IsLetInByCidr(fleet, cluster, binding.LoadBalancer)
            ? [.. fleet.LoadBalancers[binding.LoadBalancer!].SubnetCidrs.Select(cidr => new NetworkingPeer { Cidr = cidr })]
        : groupId is not null ? [new NetworkingPeer { SecurityGroupId = groupId }]
        : [];

    private static NodeSelector ToSelector(NodeSelectorSpec spec) =>
        new()
        {
            MatchLabels = spec.MatchLabels,
            MatchExpressions =
            [
                .. spec.MatchExpressions.Select(requirement => new NodeSelectorRequirement
                {
                    Key = requirement.Key,
                    Operator = requirement.Operator,
                    Values = requirement.Values,
                }),
            ],
        };

    private static TargetGroupBindingNetworking ToNetworking(NetworkingSpec spec, IReadOnlyList<NetworkingPeer> loadBalancer) =>
        new()
        {
            Ingress =
            [
                .. spec.Ingress.Select(ingress => new NetworkingIngressRule
                {
                    From =
                        ingress.From.Count == 0
                            ? loadBalancer
                            : [.. ingress.From.Select(peer => new NetworkingPeer { Cidr = peer.Cidr, SecurityGroupId = peer.SecurityGroup })],
                    Ports = [.. ingress.Ports.Select(port => new NetworkingPort { Protocol = port.Protocol, Port = port.Port })],
                }),
            ],
        };
}
