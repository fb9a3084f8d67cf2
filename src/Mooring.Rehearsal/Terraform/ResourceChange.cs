using System.Text.Json;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The planned change of one resource or data source.</summary>
/// <param name="Address">Its address: <c>aws_lb.LoadBalancer</c>.</param>
/// <param name="Type">Its type: <c>aws_lb</c>.</param>
/// <param name="IsManaged">Whether it is a resource and not a data source.</param>
/// <param name="Action">The action.</param>
/// <param name="IsImported">Whether it is imported.</param>
/// <param name="Before">Its attributes before; null when it is created.</param>
/// <param name="After">Its attributes afterwards, as far as they are known; null when it is destroyed.</param>
public sealed record ResourceChange(string Address, string Type, bool IsManaged, ChangeAction Action, bool IsImported, JsonElement Before, JsonElement After)
{
    /// <summary>Whether the state gets another address for it, from a <c>moved</c> block.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Names of the attributes that change.</summary>
    public IEnumerable<string> ChangedAttributes =>
        Before.ValueKind == JsonValueKind.Object && After.ValueKind == JsonValueKind.Object
            ? Before
                .EnumerateObject()
                .Select(attribute => attribute.Name)
                .Where(name => !After.TryGetProperty(name, out var after) || !JsonElement.DeepEquals(Before.GetProperty(name), after))
            : [];

    /// <summary>Whether it is replaced.</summary>
    public bool IsReplaced => Action is ChangeAction.CreateBeforeDelete or ChangeAction.DeleteBeforeCreate;

    internal static ResourceChange Parse(JsonElement json)
    {
        var change = json.GetProperty("change");
        return new ResourceChange(
            json.GetProperty("address").GetString()!,
            json.GetProperty("type").GetString()!,
            json.GetProperty("mode").GetString() == "managed",
            ParseAction([.. change.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)]),
            change.TryGetProperty("importing", out _),
            change.GetProperty("before").Clone(),
            change.GetProperty("after").Clone()
        )
        {
            IsMoved = json.TryGetProperty("previous_address", out _),
        };
    }

    private static ChangeAction ParseAction(string[] actions) =>
        actions switch
        {
            ["no-op"] => ChangeAction.NoOp,
            ["create"] => ChangeAction.Create,
            ["update"] => ChangeAction.Update,
            ["delete"] => ChangeAction.Delete,
            ["create", "delete"] => ChangeAction.CreateBeforeDelete,
            ["delete", "create"] => ChangeAction.DeleteBeforeCreate,
            ["forget"] => ChangeAction.Forget,
            ["read"] => ChangeAction.Read,
            _ => throw new TerraformException($"the plan has an action that is not known: {Printable.OneLine(string.Join(", ", actions))}"),
        };
}
