using System.Text.Json.Nodes;

namespace Mooring.Rehearsal;

/// <summary>What keeps a resource from being destroyed.</summary>
internal static class Protection
{
    /// <summary>The attribute with which AWS refuses to delete a load balancer.</summary>
    private const string DeletionProtection = "enable_deletion_protection";

    /// <summary>What to merge over a stack so that nothing in it is protected; <see langword="null"/> when nothing is.</summary>
    public static JsonObject? Lift(JsonNode stack)
    {
        var lifted = new JsonObject();
        foreach (var (type, resources) in stack["resource"] as JsonObject ?? [])
        {
            var names = resources!.AsObject().Where(resource => IsProtected(resource.Value!)).Select(resource => resource.Key).ToArray();
            if (names.Length > 0)
            {
                lifted[type] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Unprotected(type))));
            }
        }

        return lifted.Count > 0 ? new JsonObject { ["resource"] = lifted } : null;
    }

    private static bool IsProtected(JsonNode resource)
        => (bool?)resource["lifecycle"]?["prevent_destroy"] == true || (bool?)resource[DeletionProtection] == true;

    private static JsonObject Unprotected(string type)
    {
        var attributes = new JsonObject { ["lifecycle"] = new JsonObject { ["prevent_destroy"] = false } };
        if (type == "aws_lb")
        {
            attributes[DeletionProtection] = false;
        }

        return attributes;
    }
}
