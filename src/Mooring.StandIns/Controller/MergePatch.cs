using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>A JSON merge patch, with which Helm changes custom resources.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7386"/>
internal static class MergePatch
{
    /// <summary>What turns one object into another; empty where they are equal.</summary>
    public static JsonObject Of(JsonObject from, JsonObject to)
    {
        var patch = new JsonObject();
        foreach (var name in from.Select(member => member.Key).Union(to.Select(member => member.Key)).ToArray())
        {
            var (old, @new) = (from[name], to[name]);
            if (!JsonNode.DeepEquals(old, @new))
            {
                patch[name] = old is JsonObject before && @new is JsonObject after ? Of(before, after) : @new?.DeepClone();
            }
        }

        return patch;
    }

    /// <summary>An object with a patch applied: a null removes a member.</summary>
    public static JsonObject Apply(JsonObject to, JsonObject patch)
    {
        var patched = to.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            patched.Remove(name);
            if (value is not null)
            {
                patched[name] = value is JsonObject inner ? Apply(to[name] as JsonObject ?? [], inner) : value.DeepClone();
            }
        }

        return patched;
    }
}
