using System.Text.Json.Nodes;

namespace Mooring.StandIns.Clusters;

/// <summary>The clusters of an account, and what their controllers changed in AWS.</summary>
internal sealed class ClusterStates
{
    private readonly Dictionary<string, ClusterState> _clusters = new(StringComparer.Ordinal);

    /// <summary>The clusters that something was installed in, in that order.</summary>
    public IReadOnlyCollection<ClusterState> All => _clusters.Values;

    /// <summary>The registered targets.</summary>
    public List<RegisteredTarget> Targets { get; } = [];

    /// <summary>The rules in security groups.</summary>
    public List<IngressRule> Rules { get; } = [];

    /// <summary>The events, in order.</summary>
    public List<BindingEvent> Events { get; } = [];

    /// <summary>The cluster of an endpoint.</summary>
    public ClusterState Of(string endpoint)
    {
        if (!_clusters.TryGetValue(endpoint, out var cluster))
        {
            _clusters.Add(endpoint, cluster = new ClusterState(endpoint));
        }

        return cluster;
    }

    /// <summary>Adds an event, unless it repeats the last one of its binding.</summary>
    public void Record(BindingEvent added)
    {
        if (Events.LastOrDefault(each => each.Cluster == added.Cluster && each.Binding == added.Binding) != added)
        {
            Events.Add(added);
        }
    }

    /// <summary>Replaces an id everywhere.</summary>
    public void Rename(string id, string newId)
    {
        string Renamed(string text) => text.Replace(id, newId, StringComparison.Ordinal);
        foreach (var binding in All.SelectMany(cluster => cluster.Bindings))
        {
            binding.Spec = JsonNode.Parse(Renamed(binding.Spec.ToJsonString()))!.AsObject();
            binding.Checkpoint = Renamed(binding.Checkpoint);
        }

        for (var index = 0; index < Targets.Count; index++)
        {
            Targets[index] = Targets[index] with { TargetGroupArn = Renamed(Targets[index].TargetGroupArn) };
        }

        for (var index = 0; index < Rules.Count; index++)
        {
            Rules[index] = Rules[index] with { SecurityGroupId = Renamed(Rules[index].SecurityGroupId), Source = Renamed(Rules[index].Source) };
        }
    }
}
