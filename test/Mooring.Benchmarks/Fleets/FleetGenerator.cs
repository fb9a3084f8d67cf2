using YamlDotNet.RepresentationModel;

namespace Mooring.Benchmarks.Fleets;

/// <summary>
/// Makes fleets of any size out of the pieces of the sample: its root cluster, then pairs of clusters like its two, each pair with its
/// rules on a load balancer that ten clusters share, and a load balancer of its own for the first of the pair.
/// </summary>
/// <param name="sample">The pieces of the sample.</param>
internal sealed class FleetGenerator(SamplePieces sample)
{
    /// <summary>How many clusters are bound to one shared load balancer.</summary>
    public const int ClustersPerLoadBalancer = 10;

    /// <summary>Makes a fleet.</summary>
    /// <param name="clusters">How many clusters there are besides the root.</param>
    public FleetDocument Generate(int clusters)
    {
        ClusterPair[] pairs = [.. Enumerable.Range(0, (clusters + 1) / 2).Select(index => new ClusterPair(sample, 2 * index + 1, clusters))];
        var fleet = (YamlMappingNode)sample.Sample.Root.Copy();
        fleet.Children["loadBalancers"] = LoadBalancers(pairs);
        fleet.Children["clusters"] = Clusters(pairs);
        return new FleetDocument(fleet);
    }

    private YamlMappingNode LoadBalancers(IReadOnlyList<ClusterPair> pairs)
    {
        var loadBalancers = new YamlMappingNode();
        foreach (var sharing in pairs.GroupBy(pair => pair.SharedLoadBalancer))
        {
            loadBalancers.Add(sharing.Key, SharedLoadBalancer([.. sharing]));
        }

        foreach (var pair in pairs)
        {
            loadBalancers.Add(pair.OwnLoadBalancer, OwnLoadBalancer(pair));
        }

        return loadBalancers;
    }

    private YamlMappingNode SharedLoadBalancer(IReadOnlyList<ClusterPair> pairs)
    {
        var loadBalancer = (YamlMappingNode)sample.Shared.Node.Copy();
        foreach (var (_, listener) in loadBalancer.Mapping("listeners").Entries())
        {
            if (listener.Find("rules") is YamlSequenceNode rules)
            {
                ((YamlMappingNode)listener).Children["rules"] = Numbered(new YamlSequenceNode(pairs.SelectMany(pair => Rules(rules, pair))));
            }
        }

        return loadBalancer;
    }

    /// <summary>Gives the rules of a listener their priorities, in their order: those of the sample are unique in one pair only.</summary>
    private static YamlSequenceNode Numbered(YamlSequenceNode rules)
    {
        foreach (var (index, rule) in rules.Index())
        {
            rule.SetText("priority", $"{10 * (index + 1)}");
        }

        return rules;
    }

    private static IEnumerable<YamlNode> Rules(YamlSequenceNode rules, ClusterPair pair) =>
        rules.Select(rule => Rule(rule.Copy(), pair)).Where(rule => rule.Find("forward") is not { } forward || forward.Items("targetGroups").Count > 0);

    private static YamlNode Rule(YamlNode rule, ClusterPair pair)
    {
        var sampleName = rule.Text("name");
        var name = pair.Rule(sampleName);
        rule.SetText("name", name);
        foreach (var host in rule.Items("hosts").Cast<YamlScalarNode>().Where(host => host.Value!.StartsWith($"{sampleName}.", StringComparison.Ordinal)))
        {
            host.Value = name + host.Value![sampleName.Length..];
        }

        Retarget(rule, pair);
        return rule;
    }

    private YamlNode OwnLoadBalancer(ClusterPair pair)
    {
        var loadBalancer = sample.Own.Node.Copy();
        foreach (var (_, listener) in loadBalancer.Mapping("listeners").Entries())
        {
            Retarget(listener.Mapping("defaultAction"), pair);
        }

        return loadBalancer;
    }

    /// <summary>Forwards to the pair's clusters instead of the sample's, and not to one that the pair does not have.</summary>
    private static void Retarget(YamlNode action, ClusterPair pair)
    {
        if (action.Find("forward")?.Find("targetGroups") is not YamlSequenceNode targetGroups)
        {
            return;
        }

        foreach (var target in targetGroups.ToArray())
        {
            if (pair.Clusters.TryGetValue(target.Text("cluster"), out var cluster))
            {
                target.SetText("cluster", cluster);
            }
            else
            {
                targetGroups.Children.Remove(target);
            }
        }
    }

    private YamlMappingNode Clusters(IReadOnlyList<ClusterPair> pairs)
    {
        var clusters = new YamlMappingNode { { sample.Root.Name, sample.Root.Node.Copy() } };
        foreach (var pair in pairs)
        {
            foreach (var piece in new[] { sample.Helm, sample.ArgoCd }.Where(piece => pair.Clusters.ContainsKey(piece.Name)))
            {
                clusters.Add(pair.Clusters[piece.Name], Cluster(piece, pair));
            }
        }

        return clusters;
    }

    private YamlNode Cluster(Piece piece, ClusterPair pair)
    {
        var cluster = piece.Node.Copy();
        foreach (var binding in cluster.Items("bindings"))
        {
            binding.SetText("loadBalancer", binding.Text("loadBalancer") == sample.Shared.Name ? pair.SharedLoadBalancer : pair.OwnLoadBalancer);
        }

        return cluster;
    }
}
