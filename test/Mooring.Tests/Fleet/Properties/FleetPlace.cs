using System.Text.Json.Nodes;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>A place in a fleet file: the keys and indices that lead there.</summary>
internal sealed record FleetPlace(object[] Way)
{
    /// <summary>As faults write it: <c>clusters.blue.bindings[0].service.port</c>.</summary>
    public string Path =>
        string.Concat(
            Way.Select(
                (step, index) =>
                    step is int at ? $"[{at}]"
                    : index == 0 ? $"{step}"
                    : $".{step}"
            )
        );

    /// <summary>What is there.</summary>
    public JsonNode? Get(JsonNode root) => Way.Aggregate((JsonNode?)root, (node, step) => step is int index ? node![index] : node![(string)step]);

    /// <summary>Puts something else there.</summary>
    public void Set(JsonNode root, JsonNode? value)
    {
        var parent = new FleetPlace(Way[..^1]).Get(root)!;
        if (Way[^1] is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)Way[^1]] = value;
        }
    }

    public override string ToString() => Path;
}
