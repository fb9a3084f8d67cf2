using YamlDotNet.RepresentationModel;

namespace Mooring.Benchmarks.Fleets;

/// <summary>
/// The parts of the sample fleet from which other fleets are generated. They are found by their function, so that they can be renamed.
/// </summary>
internal sealed class SamplePieces
{
    /// <summary>Takes a sample apart.</summary>
    public SamplePieces(FleetDocument sample)
    {
        Sample = sample;
        Root = Cluster(sample.Root.Mapping("argoCd").Text("cluster"));
        Helm = ClusterDeliveredBy("helm");
        ArgoCd = ClusterDeliveredBy("argocd");
        Shared = LoadBalancer("a load balancer to which the clusters of both deliveries are bound", name => Binds(Helm, name) && Binds(ArgoCd, name));
        Own = LoadBalancer("a load balancer to which only the cluster under helm delivery is bound", name => Binds(Helm, name) && !Binds(ArgoCd, name));
    }

    /// <summary>The sample itself.</summary>
    public FleetDocument Sample { get; }

    /// <summary>The cluster that Argo CD runs in.</summary>
    public Piece Root { get; }

    /// <summary>The cluster that Terraform delivers to.</summary>
    public Piece Helm { get; }

    /// <summary>The cluster that Argo CD delivers to.</summary>
    public Piece ArgoCd { get; }

    /// <summary>The load balancer that both are bound to.</summary>
    public Piece Shared { get; }

    /// <summary>The load balancer of the cluster under helm delivery.</summary>
    public Piece Own { get; }

    private Piece Cluster(string name) => new(name, Sample.Root.Mapping("clusters").Mapping(name));

    private Piece ClusterDeliveredBy(string delivery) =>
        First("clusters", $"a cluster with 'delivery: {delivery}'", (_, cluster) => (cluster.Find("delivery") as YamlScalarNode)?.Value == delivery);

    private Piece LoadBalancer(string what, Func<string, bool> isIt) => First("loadBalancers", what, (name, _) => isIt(name));

    private Piece First(string key, string what, Func<string, YamlNode, bool> isIt)
    {
        var found = Sample.Root.Mapping(key).Entries().FirstOrDefault(entry => isIt(entry.Name, entry.Value));
        return found.Name is not null
            ? new Piece(found.Name, (YamlMappingNode)found.Value)
            : throw new BenchmarkException($"the sample fleet must have {what}: the fleets are generated from it");
    }

    private static bool Binds(Piece cluster, string loadBalancer) =>
        cluster.Node.Items("bindings").Any(binding => (binding.Find("loadBalancer") as YamlScalarNode)?.Value == loadBalancer);
}
