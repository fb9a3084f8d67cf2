using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>A label selector of Kubernetes.</summary>
/// <param name="manifest">The selector; <see langword="null"/> selects everything.</param>
/// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"/>
internal sealed class LabelSelector(JsonNode? manifest)
{
    /// <summary>Whether it selects everything.</summary>
    public bool IsEmpty { get; } = manifest.MapAt("matchLabels").Count == 0 && !manifest.ListAt("matchExpressions").Any();

    /// <summary>Whether it selects an object with some labels.</summary>
    public bool Selects(IReadOnlyDictionary<string, string> labels) =>
        manifest.MapAt("matchLabels").All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value)
        && manifest.ListAt("matchExpressions").All(expression => Holds(expression, labels));

    private static bool Holds(JsonNode? expression, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(expression.TextAt("key") ?? string.Empty);
        var isListed = value is not null && expression.ListAt("values").Any(each => $"{each}" == value);
        return expression.TextAt("operator") switch
        {
            "In" => isListed,
            "NotIn" => !isListed,
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var other => throw new ManifestException($"\"{other}\" is not a valid label selector operator"),
        };
    }
}
