namespace Mooring.Fleet.Derivation;

/// <summary>Finds the binding whose target group a forward means.</summary>
internal static class ForwardBinding
{
    /// <summary>
    /// The bindings of a cluster that it can mean, those with a target group of their own; in a fleet without faults there is just
    /// one.
    /// </summary>
    public static IEnumerable<BindingSpec> Candidates(ClusterSpec cluster, string loadBalancer, ForwardTargetGroupSpec target) =>
        cluster.Bindings.Where(binding =>
            binding.LoadBalancer == loadBalancer && binding.TargetGroupRef is null && (target.Binding is null || target.Binding == binding.EffectiveName)
        );
}
