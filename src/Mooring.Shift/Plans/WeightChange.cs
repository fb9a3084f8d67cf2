using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Shift.Plans;

/// <summary>What a plan would change: the weights of one forward, in place, and whatever else it has.</summary>
/// <param name="ChangesWeights">Whether it changes the weights.</param>
/// <param name="Others">What it would do besides: <c>aws_lb.LoadBalancer (Update: idle_timeout)</c>.</param>
internal sealed record WeightChange(bool ChangesWeights, IReadOnlyList<string> Others)
{
    /// <summary>Reads a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="resource">The resource that has the weights.</param>
    public static WeightChange Of(Plan plan, ForwardingResource resource)
    {
        var isOwn = plan.Changes.Any(change => IsOfWeights(change, resource));
        return new(isOwn, [.. plan.ToDo.Where(line => !(isOwn && line == $"{resource.Address} (Update: {resource.Attribute})"))]);
    }

    private static bool IsOfWeights(ResourceChange change, ForwardingResource resource) =>
        change.Action == ChangeAction.Update
        && change.Address == resource.Address
        && change.ChangedAttributes.SequenceEqual([resource.Attribute])
        && JsonNode.DeepEquals(WithoutWeights(change.Before.GetProperty(resource.Attribute)), WithoutWeights(change.After.GetProperty(resource.Attribute)));

    /// <summary>The actions, with the target groups of each forward in the order of their ARNs and without weights: they are a set in Terraform.</summary>
    private static JsonNode WithoutWeights(JsonElement actions)
    {
        var copy = JsonNode.Parse(actions.GetRawText())!;
        foreach (var forward in copy.AsArray().SelectMany(action => action!["forward"] as JsonArray ?? []))
        {
            var groups = forward!["target_group"] as JsonArray ?? [];
            var arns = groups.Select(group => $"{group!["arn"]}").Order(StringComparer.Ordinal).ToArray();
            forward["target_group"] = new JsonArray([.. arns.Select(arn => JsonValue.Create(arn))]);
        }

        return copy;
    }
}
