using System.Text.Json;

namespace Mooring.Rehearsal.Terraform;

/// <summary>A plan of Terraform, as <c>terraform show -json</c> tells it.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format"/>
public sealed class Plan
{
    private Plan(IReadOnlyList<ResourceChange> all, IReadOnlyList<string> outputs)
    {
        Resources = [.. all.Where(resource => resource.IsManaged)];
        DeferredReads = [.. all.Where(resource => resource is { IsManaged: false, Action: ChangeAction.Read }).Select(resource => resource.Address)];
        Outputs = outputs;
    }

    /// <summary>Every managed resource of the stack, changed or not, in the order of their addresses.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; }

    /// <summary>Addresses of the data sources that are read only during apply.</summary>
    public IReadOnlyList<string> DeferredReads { get; }

    /// <summary>Names of the outputs that become others.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The resources that something is done to, importing not counted.</summary>
    public IEnumerable<ResourceChange> Changes => Resources.Where(resource => resource.Action is not ChangeAction.NoOp);

    /// <summary>How many resources are created, those that replace another one not counted.</summary>
    public int ToCreate => Resources.Count(resource => resource.Action == ChangeAction.Create);

    /// <summary>How many resources are changed in place.</summary>
    public int ToChange => Resources.Count(resource => resource.Action == ChangeAction.Update);

    /// <summary>How many resources are replaced.</summary>
    public int ToReplace => Resources.Count(resource => resource.IsReplaced);

    /// <summary>How many resources are destroyed, those that are replaced not counted.</summary>
    public int ToDestroy => Resources.Count(resource => resource.Action == ChangeAction.Delete);

    /// <summary>How many resources are taken into the state.</summary>
    public int ToImport => Resources.Count(resource => resource.IsImported);

    /// <summary>Whether nothing is to be done, as Terraform itself sees it: outputs and reads that wait for apply count.</summary>
    public bool IsEmpty => !ToDo.Any();

    /// <summary>What is to be done, in words: <c>aws_lb.LoadBalancer (Update: idle_timeout)</c>.</summary>
    public IEnumerable<string> ToDo =>
        [
            .. Resources.Where(resource => resource.IsImported).Select(resource => $"{resource.Address} (Import)"),
            .. Changes.Select(change => $"{change.Address} ({change.Action}: {string.Join(", ", change.ChangedAttributes)})"),
            .. DeferredReads.Select(address => $"{address} (Read)"),
            .. Outputs.Select(name => $"output.{name}"),
        ];

    /// <summary>Reads a plan.</summary>
    public static Plan Parse(string json)
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
