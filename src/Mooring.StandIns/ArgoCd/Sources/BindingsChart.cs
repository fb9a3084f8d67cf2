using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>What the chart of the TargetGroupBindings renders, as <c>templates/targetgroupbindings.yaml</c> of the GitOps directory does.</summary>
internal static class BindingsChart
{
    /// <summary>Its name in <c>Chart.yaml</c>.</summary>
    public const string Name = "targetgroupbindings";

    private static readonly string[] s_required = ["name", "namespace", "targetType", "serviceRef"];

    /// <summary>The template of namespaces, which the chart has where a cluster may ask for some.</summary>
    public const string NamespacesFile = "templates/namespaces.yaml";

    /// <summary>The template of the bindings.</summary>
    public const string File = "templates/targetgroupbindings.yaml";

    /// <summary>The bindings, and the namespaces to create where the chart has a template for them.</summary>
    /// <exception cref="ManifestException">The values have an error, or lack what a binding needs.</exception>
    public static IReadOnlyList<ManagedResource> Render(JsonObject values, bool withNamespaces, bool knowsAutoMode)
    {
        if (values.TextAt("error") is { Length: > 0 } error)
        {
            throw Failed(error);
        }

        var wave = int.TryParse(values.TextAt("syncWave"), out var given) ? given : 0;
        return
        [
            .. withNamespaces ? values.ListAt("namespaces").Select(name => Namespace($"{name}")) : [],
            .. values.ListAt("bindings").Select(binding => Render(binding as JsonObject ?? [], wave, knowsAutoMode)),
        ];
    }

    private static ManagedResource Namespace(string name) => new("", ManagedResource.Space, null, name, []) { Wave = -1, IsKept = true };

    private static ManagedResource Render(JsonObject binding, int wave, bool knowsAutoMode)
    {
        if (s_required.FirstOrDefault(name => binding[name] is null) is { } missing)
        {
            throw Failed($"a binding needs a {missing}");
        }

        if (binding["targetGroupARN"] is null && binding["targetGroupName"] is null)
        {
            throw Failed("a binding needs a targetGroupARN or a targetGroupName");
        }

        var spec = new JsonObject(
            binding
                .Where(each => each.Key is not ("name" or "namespace" or "apiVersion"))
                .Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone()))
        );
        // A chart without the other template takes every binding for one of the AWS Load Balancer Controller.
        var group = knowsAutoMode && binding.TextAt("apiVersion") is { } version ? version.Split('/')[0] : "elbv2.k8s.aws";
        return new(group, ManagedResource.Binding, binding.TextAt("namespace"), binding.TextAt("name")!, new() { ["spec"] = spec }) { Wave = wave };
    }

    private static ManifestException Failed(string message) => new($"execution error at ({Name}/templates/targetgroupbindings.yaml): {message}");
}
