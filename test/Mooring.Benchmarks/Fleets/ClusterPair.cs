using System.Globalization;

namespace Mooring.Benchmarks.Fleets;

/// <summary>The names that a pair of clusters has instead of those of the sample. The last pair of an odd number has no second cluster.</summary>
internal sealed class ClusterPair
{
    private readonly string _suffix;

    /// <summary>Names a pair.</summary>
    /// <param name="sample">The pieces of the sample.</param>
    /// <param name="first">The number of its first cluster, from 1.</param>
    /// <param name="clusters">How many clusters there are.</param>
    public ClusterPair(SamplePieces sample, int first, int clusters)
    {
        _suffix = Suffix((first + 1) / 2, 3);
        SharedLoadBalancer = sample.Shared.Name + Suffix((first - 1) / FleetGenerator.ClustersPerLoadBalancer + 1, 2);
        OwnLoadBalancer = sample.Own.Name + Suffix(first, 3);
        Clusters[sample.Helm.Name] = sample.Helm.Name + Suffix(first, 3);
        if (first < clusters)
        {
            Clusters[sample.ArgoCd.Name] = sample.ArgoCd.Name + Suffix(first + 1, 3);
        }
    }

    /// <summary>The name of each cluster, by the name it has in the sample.</summary>
    public Dictionary<string, string> Clusters { get; } = [];

    /// <summary>The load balancer that it shares with other pairs.</summary>
    public string SharedLoadBalancer { get; }

    /// <summary>The load balancer of its first cluster.</summary>
    public string OwnLoadBalancer { get; }

    /// <summary>The name of a rule: that of its cluster, or the pair's own.</summary>
    public string Rule(string name) => Clusters.GetValueOrDefault(name, name + _suffix);

    private static string Suffix(int number, int digits) => "-" + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
