using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.GoTemplates;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Renders the Application of a cluster.</summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/applicationset/utils/utils.go"/>
internal static class ApplicationTemplate
{
    /// <summary>The Application's manifest.</summary>
    /// <exception cref="GoTemplateException">A template fails.</exception>
    /// <exception cref="ManifestException">The patch is not YAML.</exception>
    public static JsonObject Render(ApplicationSet set, GoMap parameters)
    {
        var application = (JsonObject)Replace(set.Template, parameters)!;
        var metadata = application["metadata"] as JsonObject ?? [];
        if (!set.PreservesResources && !metadata.ListAt("finalizers").Any())
        {
            metadata["finalizers"] = new JsonArray(Application.ResourcesFinalizer);
        }

        if (set.TemplatePatch is { } patch)
        {
            Merge(application, Yaml.Object(GoTemplate.Render(patch, parameters)));
        }

        return application;
    }

    /// <summary>Each text of the template is a template of its own, keys among them.</summary>
    private static JsonNode? Replace(JsonNode? node, GoMap parameters) =>
        node switch
        {
            JsonObject mapping => new JsonObject(
                mapping.Select(each => KeyValuePair.Create(GoTemplate.Render(each.Key, parameters), Replace(each.Value, parameters)))
            ),
            JsonArray list => new JsonArray([.. list.Select(each => Replace(each, parameters))]),
            JsonValue value when value.TryGetValue<string>(out var text) => GoTemplate.Render(text, parameters),
            _ => node?.DeepClone(),
        };

    /// <summary>
    /// A strategic merge: mappings are merged, and so are finalizers, from which a patch can thus remove nothing; other lists are replaced.
    /// </summary>
    private static void Merge(JsonObject into, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is JsonObject part && into[key] is JsonObject existing)
            {
                Merge(existing, part);
            }
            else if (key == "finalizers")
            {
                into[key] = new JsonArray([.. into.ListAt(key).Concat(patch.ListAt(key)).Select(each => $"{each}").Distinct().Select(each => (JsonNode)each)]);
            }
            else if (value is null)
            {
                into.Remove(key);
            }
            else
            {
                into[key] = value.DeepClone();
            }
        }
    }
}
