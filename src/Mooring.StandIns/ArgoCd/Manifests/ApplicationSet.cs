using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>An ApplicationSet with a cluster generator. A key that is not known is an error.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/"/>
internal sealed record ApplicationSet
{
    /// <summary>Reads a manifest.</summary>
    public ApplicationSet(JsonObject manifest)
    {
        Manifest = manifest.ToJsonString();
        Name = manifest.TextAt("metadata", "name") ?? throw new ManifestException("an ApplicationSet needs a name");
        var spec = manifest.At("spec");
        spec.RequireOnly("an ApplicationSet", "goTemplate", "goTemplateOptions", "generators", "syncPolicy", "templatePatch", "template");
        if (!spec.IsTrueAt("goTemplate") || !spec.ListAt("goTemplateOptions").Any(option => $"{option}" == "missingkey=error"))
        {
            throw new NotSupportedException("the stand-in of Argo CD knows only ApplicationSets with goTemplate and missingkey=error");
        }

        var generator = spec.ListAt("generators").Single();
        generator.RequireOnly("a generator", "clusters");
        generator.At("clusters").RequireOnly("a cluster generator", "selector", "values");
        spec.At("syncPolicy").RequireOnly("an ApplicationSet's syncPolicy", "preserveResourcesOnDeletion");
        Selector = new LabelSelector(generator.At("clusters", "selector"));
        Values = generator.MapAt("clusters", "values");
        PreservesResources = spec.IsTrueAt("syncPolicy", "preserveResourcesOnDeletion");
        Template = spec.At("template") as JsonObject ?? [];
        TemplatePatch = spec.TextAt("templatePatch");
    }

    /// <summary>The manifest, to compare.</summary>
    public string Manifest { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The clusters that get an Application.</summary>
    public LabelSelector Selector { get; }

    /// <summary>The generator's values, each a template.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Whether Applications have no finalizer unless the template has one.</summary>
    public bool PreservesResources { get; }

    /// <summary>The Application, with a template in each text.</summary>
    public JsonObject Template { get; }

    /// <summary>A template of YAML that is merged into an Application.</summary>
    public string? TemplatePatch { get; }
}
