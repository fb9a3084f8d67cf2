namespace Mooring.Fleet.Derivation;

/// <summary>Finds the bindings of a fleet by their names, each in one step.</summary>
/// <param name="fleet">The fleet, which may have errors: of two bindings of one name it is the first.</param>
internal sealed class BindingIndex(FleetSpec fleet)
{
    private readonly Dictionary<string, Dictionary<string, BindingSpec>> _clusters = new(StringComparer.Ordinal);

    /// <summary>A binding; <see langword="null"/> where the fleet has none of that name.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="name">Its name in the file.</param>
    public BindingSpec? Of(string cluster, string name)
    {
        if (!_clusters.TryGetValue(cluster, out var bindings))
        {
            _clusters[cluster] = bindings = (fleet.Clusters.GetValueOrDefault(cluster)?.Bindings ?? [])
                .DistinctBy(binding => binding.EffectiveName)
                .ToDictionary(binding => binding.EffectiveName, StringComparer.Ordinal);
        }

        return bindings.GetValueOrDefault(name);
    }
}
