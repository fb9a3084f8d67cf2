using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd;

/// <summary>The annotations of the Secret that registers a cluster: Mooring's own, which ApplicationSets read, and the user's.</summary>
internal static class RegistrationAnnotations
{
    /// <summary>ARNs have nothing to escape, and what is not escaped can be read in a diff.</summary>
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The annotations of a registration.</summary>
    public static Dictionary<string, string> Of(ClusterRegistrationProps props)
    {
        var annotations = new Dictionary<string, string>();
        Add(ClusterAnnotations.Application, props.Application);
        Add(ClusterAnnotations.ClusterName, props.EksClusterName == props.ClusterName ? null : props.EksClusterName);
        Add(ClusterAnnotations.AccountId, props.AccountId);
        Add(ClusterAnnotations.Partition, props.Partition);
        Add(ClusterAnnotations.Region, props.Region);
        Add(ClusterAnnotations.VpcId, props.VpcId);
        Add(ClusterAnnotations.RoleArn, props.ControllerRoleArn);
        Add(ClusterAnnotations.ChartVersion, props.Controller?.ChartVersion);
        foreach (var (key, value) in props.Controller is { } controller ? Controller(controller) : [])
        {
            Add(key, value);
        }

        Add(ClusterAnnotations.Namespaces, props.CreatedNamespaces.Count > 0 ? Json(props.CreatedNamespaces) : null);
        Add(ClusterAnnotations.OnRemoval, props.OnRemoval?.Word());
        // The tokens in it are ARNs, which need no escaping in a JSON string. So C# can write the JSON, in the order of the chart's values and
        // without calls to jsii, and Terraform only inserts the ARNs.
        Add(ClusterAnnotations.Bindings, props.Bindings is { } bindings ? Json(bindings.Select(TargetGroupBindingValues.Of)) : null);
        foreach (var (key, value) in props.Annotations)
        {
            annotations[key] = value;
        }

        return annotations;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                annotations[key] = value;
            }
        }
    }

    /// <summary>What differs between the controllers of clusters.</summary>
    private static IEnumerable<(string Key, string? Value)> Controller(ControllerReleaseProps props)
    {
        var values = ControllerValues.MergedOf(props);
        yield return (ClusterAnnotations.ControllerConfig, Json(values[ControllerValues.Config] ?? new JsonObject()));
        yield return (ClusterAnnotations.Resources, Json(values[ControllerValues.Resources] ?? new JsonObject()));
        var own = ControllerValues.OwnOf(props, values);
        yield return (ClusterAnnotations.ControllerValues, own.Count > 0 ? Json(own) : null);
    }

    private static string Json(object values) => JsonSerializer.Serialize(values, s_json);
}
