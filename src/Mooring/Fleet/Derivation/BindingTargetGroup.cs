namespace Mooring.Fleet.Derivation;

/// <summary>Finds the properties of a binding's target group in the fleet.</summary>
internal static class BindingTargetGroup
{
    /// <summary>The binding's own target group, the one of its load balancer that it refers to, or the properties of an existing one.</summary>
    public static TargetGroupSpec Of(FleetSpec fleet, BindingSpec binding) =>
        binding switch
        {
            { ExistingTargetGroup: { } existing } => new TargetGroupSpec
            {
                TargetType = existing.TargetType,
                IpAddressType = existing.IpAddressType,
                Shared = existing.Shared,
            },
            { TargetGroupRef: { } name, LoadBalancer: { } loadBalancer } => fleet.LoadBalancers[loadBalancer].TargetGroups[name],
            _ => binding.TargetGroup,
        };
}
