namespace Mooring.Fleet;

/// <summary>Finds the binding whose target group a forward means.</summary>
internal static class ForwardBinding
{
    /// <summary>The bindings of a cluster that it can mean; in a fleet without faults there is just one.</summary>
    public static IEnumerable<BindingSpec> Candidates(ClusterSpec cluster, string loadBalancer, ForwardTargetGroupSpec targetGroup)
        => cluster.Bindings.Where(binding => binding.LoadBalancer == loadBalancer && (targetGroup.Binding is null || targetGroup.Binding == binding.EffectiveName));
}
