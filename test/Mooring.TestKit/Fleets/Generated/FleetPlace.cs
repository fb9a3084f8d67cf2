using System.Text.Json.Nodes;

namespace Mooring.TestKit.Fleets.Generated;

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

    /// <summary>Whether one place holds the other, or both are the same.</summary>
    public bool Touches(FleetPlace other) => Way.Zip(other.Way).All(steps => steps.First.Equals(steps.Second));

    /// <summary>Whether it is one of those that a pattern such as <c>clusters.*.version</c> is for; <c>**</c> at the end is any number of keys.</summary>
    public bool Matches(string pattern)
    {
        var steps = pattern.Split('.');
        return steps[^1] == "**"
            ? Way.Length >= steps.Length - 1 && steps[..^1].Zip(Way).All(IsSame)
            : Way.Length == steps.Length && steps.Zip(Way).All(IsSame);
    }

    public override string ToString() => Path;

    private static bool IsSame((string Pattern, object Step) pair) => pair.Pattern == "*" || pair.Pattern == $"{pair.Step}";
}
