using System.Text.Json;

namespace Mooring.StandIns.Schemas;

/// <summary>What a resource gets where the fleet file is silent: <c>docs/defaults.md</c>.</summary>
public static class DocumentedDefaults
{
    /// <summary>The defaults of a resource that can be changed in place, by their paths: <c>health_check.interval</c>.</summary>
    /// <param name="type">Its type, such as <c>aws_lb</c>.</param>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Of(string type)
    {
        var known = OptionalComputed.Of(type);
        return known
            .Written.Concat(known.Defaults.Where(each => !known.Written.ContainsKey(each.Key)))
            .Where(each => !ReplacingAttributes.Of(type).Contains(each.Key))
            .OrderBy(each => each.Key, StringComparer.Ordinal);
    }
}
