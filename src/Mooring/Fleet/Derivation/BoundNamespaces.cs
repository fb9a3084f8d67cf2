namespace Mooring.Fleet.Derivation;

/// <summary>Derives the namespaces of a cluster's bound Services.</summary>
internal static class BoundNamespaces
{
    /// <summary>Those that are created where they are missing: one binding that says so is enough.</summary>
    public static IReadOnlyList<string> Created(ClusterSpec cluster) =>
        [.. cluster.ControllerBindings.Where(binding => binding.Service.CreateNamespace).Select(binding => binding.Service.Namespace).Distinct()];

    /// <summary>Those that must be there already.</summary>
    public static IReadOnlyList<string> Expected(ClusterSpec cluster) =>
        [.. cluster.ControllerBindings.Select(binding => binding.Service.Namespace).Distinct().Except(Created(cluster))];
}
