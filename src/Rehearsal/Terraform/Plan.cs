using System.Text.Json;

namespace Mooring.Rehearsal.Terraform;

/// <summary>A plan of Terraform, as <c>terraform show -json</c> tells it.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/internals/json-format"/>
public sealed class Plan
{
    private Plan(IReadOnlyList<ResourceChange> resources) => Resources = resources;

    /// <summary>Every managed resource of the stack, changed or not, in the order of their addresses.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; }

    /// <summary>The resources that something is done to, importing not counted.</summary>
    public IEnumerable<ResourceChange> Changes => Resources.Where(resource => resource.Action is not ChangeAction.NoOp and not ChangeAction.Read);

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

    /// <summary>Whether nothing is to be done.</summary>
    public bool IsEmpty => !Changes.Any() && ToImport == 0;

    /// <summary>Reads a plan.</summary>
    public static Plan Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Plan(document.RootElement.TryGetProperty("resource_changes", out var changes)
            ? [.. changes.EnumerateArray().Where(change => change.GetProperty("mode").GetString() == "managed").Select(ResourceChange.Parse).OrderBy(change => change.Address, StringComparer.Ordinal)]
            : []);
    }
}
