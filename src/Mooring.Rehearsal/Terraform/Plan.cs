using System.Text.Json;

namespace Mooring.Rehearsal.Terraform;

/// <summary>A plan of Terraform, from <c>terraform show -json</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format"/>
public sealed class Plan
{
    private Plan(IReadOnlyList<ResourceChange> all, IReadOnlyList<string> outputs)
    {
        Resources = [.. all.Where(resource => resource.IsManaged)];
        DeferredReads = [.. all.Where(resource => resource is { IsManaged: false, Action: ChangeAction.Read }).Select(resource => resource.Address)];
        Outputs = outputs;
    }

    /// <summary>A plan without changes.</summary>
    public static Plan Empty { get; } = new([], []);

    /// <summary>Every managed resource of a plan with changes, changed or not, in the order of their addresses; none of a plan without.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; }

    /// <summary>Addresses of the data sources that are read only during apply.</summary>
    public IReadOnlyList<string> DeferredReads { get; }

    /// <summary>Names of the outputs that change.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The changed resources, without imports.</summary>
    public IEnumerable<ResourceChange> Changes => Resources.Where(resource => resource.Action is not ChangeAction.NoOp);

    /// <summary>Number of resources to create, without replacements.</summary>
    public int ToCreate => Resources.Count(resource => resource.Action == ChangeAction.Create);

    /// <summary>Number of resources to update in place.</summary>
    public int ToChange => Resources.Count(resource => resource.Action == ChangeAction.Update);

    /// <summary>Number of resources to replace.</summary>
    public int ToReplace => Resources.Count(resource => resource.IsReplaced);

    /// <summary>Number of resources to destroy, without replacements.</summary>
    public int ToDestroy => Resources.Count(resource => resource.Action == ChangeAction.Delete);

    /// <summary>Number of resources that leave the state and are not destroyed.</summary>
    public int ToForget => Resources.Count(resource => resource.Action == ChangeAction.Forget);

    /// <summary>Number of resources to import.</summary>
    public int ToImport => Resources.Count(resource => resource.IsImported);

    /// <summary>
    /// Whether Terraform has something to apply, as its exit code says. A plan that only moves resources has, and is empty: the state gets their new addresses.
    /// </summary>
    public bool HasChanges => !ReferenceEquals(this, Empty);

    /// <summary>Number of resources that get another address in the state.</summary>
    public int ToMove => Resources.Count(resource => resource.IsMoved);

    /// <summary>
    /// Whether nothing changes outside of the state: changed outputs and reads during apply are changes. A plan that only moves resources in the state is
    /// empty, too, and must be applied all the same: see <see cref="HasChanges"/>.
    /// </summary>
    public bool IsEmpty => !ToDo.Any();

    /// <summary>The changes as text: <c>aws_lb.LoadBalancer (Update: idle_timeout)</c>.</summary>
    public IEnumerable<string> ToDo =>
        [
            .. Resources.Where(resource => resource.IsImported).Select(resource => $"{resource.Address} (Import)"),
            .. Changes.Select(change => $"{change.Address} ({change.Action}: {string.Join(", ", change.ChangedAttributes)})"),
            .. DeferredReads.Select(address => $"{address} (Read)"),
            .. Outputs.Select(name => $"output.{name}"),
        ];

    /// <summary>Reads a plan.</summary>
    /// <exception cref="TerraformException">It is none.</exception>
    public static Plan Parse(string json)
    {
        try
        {
            return Read(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new TerraformException("'terraform show' answered with something else than a plan");
        }
    }

    private static Plan Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var resources = document.RootElement.TryGetProperty("resource_changes", out var changes) ? changes.EnumerateArray().Select(ResourceChange.Parse) : [];
        var outputs = document.RootElement.TryGetProperty("output_changes", out var changed)
            ? changed.EnumerateObject().Where(output => !IsNoOp(output.Value)).Select(output => output.Name)
            : [];
        return new Plan([.. resources.OrderBy(change => change.Address, StringComparer.Ordinal)], [.. outputs]);
    }

    private static bool IsNoOp(JsonElement change) => change.GetProperty("actions").EnumerateArray().All(action => action.GetString() == "no-op");
}
