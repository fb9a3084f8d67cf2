using System.Text.Json.Nodes;

namespace Mooring.Rehearsal;

/// <summary>The deletion protection of a stack's resources.</summary>
/// <param name="stack">The Terraform JSON of the stack.</param>
internal sealed class Protection(JsonNode stack)
{
    private const string LoadBalancer = "aws_lb";

    /// <summary>The attribute that makes AWS refuse to delete a load balancer.</summary>
    private const string DeletionProtection = "enable_deletion_protection";

    private readonly (string Type, string Name, JsonNode Resource)[] _resources =
    [
        .. (stack["resource"] as JsonObject ?? []).SelectMany(type => type.Value!.AsObject().Select(resource => (type.Key, resource.Key, resource.Value!))),
    ];

    /// <summary>Addresses of the resources that Terraform refuses to destroy.</summary>
    public IReadOnlyList<string> PreventingDestroy => Addresses(PreventsDestroy);

    /// <summary>Addresses of the resources that AWS refuses to delete.</summary>
    public IReadOnlyList<string> PreventingDeletion => Addresses(PreventsDeletion);

    /// <summary>The override that removes all protection from the stack; <see langword="null"/> when it has none.</summary>
    public JsonObject? Lift()
    {
        var lifted = new JsonObject();
        foreach (var (type, name, _) in _resources.Where(each => PreventsDestroy(each.Resource) || PreventsDeletion(each.Resource)))
        {
            lifted[type] ??= new JsonObject();
            lifted[type]![name] = Unprotected(type);
        }

        return lifted.Count > 0 ? new JsonObject { ["resource"] = lifted } : null;
    }

    private string[] Addresses(Func<JsonNode, bool> which) => [.. _resources.Where(each => which(each.Resource)).Select(each => $"{each.Type}.{each.Name}")];

    private static bool PreventsDestroy(JsonNode resource) => (bool?)resource["lifecycle"]?["prevent_destroy"] == true;

    private static bool PreventsDeletion(JsonNode resource) => (bool?)resource[DeletionProtection] == true;

    private static JsonObject Unprotected(string type)
    {
        var attributes = new JsonObject { ["lifecycle"] = new JsonObject { ["prevent_destroy"] = false } };
        if (type == LoadBalancer)
        {
            attributes[DeletionProtection] = false;
        }

        return attributes;
    }
}
