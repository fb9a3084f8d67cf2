using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.StandIns.Controller;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The chart of TargetGroupBindings, whose value <c>bindings</c> has their names, namespaces and fields.</summary>
internal static class BindingChart
{
    private const string Bindings = "bindings";

    /// <summary>Whether values are those of this chart.</summary>
    public static bool Has(JsonObject values) => values[Bindings] is JsonArray;

    /// <summary>The TargetGroupBindings in the order in which Helm applies them, by their names.</summary>
    public static IReadOnlyList<BindingManifest> Render(JsonObject values) =>
        [
            .. (values[Bindings] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(binding => new BindingManifest($"{binding["namespace"]}", $"{binding["name"]}", Spec(binding))
                {
                    IsOfAutoMode = binding["apiVersion"]?.ToString() == AutoModeBindings.ApiVersion,
                })
                .OrderBy(binding => binding.Name, StringComparer.Ordinal),
        ];

    /// <summary>The template leaves out what is empty.</summary>
    private static JsonObject Spec(JsonObject binding) =>
        new(
            binding
                .Where(field => field.Key is not ("name" or "namespace" or "apiVersion") && !IsEmpty(field.Value))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );

    private static bool IsEmpty(JsonNode? value) =>
        value switch
        {
            null => true,
            JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
            JsonValue when value.GetValueKind() == JsonValueKind.False => true,
            JsonValue when value.GetValueKind() == JsonValueKind.String => value.ToString().Length == 0,
            _ => false,
        };
}
