namespace Mooring.Fleet.Derivation;

/// <summary>Finds the binding of a forward's target group.</summary>
internal static class ForwardBinding
{
    /// <summary>
    /// The bindings of a cluster that match a forward: those with their own target group. In a fleet without faults there is exactly one.
    /// </summary>
    public static IEnumerable<BindingSpec> Candidates(ClusterSpec cluster, string loadBalancer, ForwardTargetGroupSpec target) =>
        cluster.Bindings.Where(binding =>
            binding.LoadBalancer == loadBalancer && binding.TargetGroupRef is null && (target.Binding is null || target.Binding == binding.EffectiveName)
        );
}
