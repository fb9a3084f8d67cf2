using System.Text.Encodings.Web;
using System.Text.Json;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal.Reports;

/// <summary>Plans as JSON, as the reports for pipelines have them.</summary>
internal static class PlanJson
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The changes of a plan.</summary>
    public static object[] ChangesOf(Plan plan) =>
        [
            .. plan
                .Resources.Where(resource => resource.Action != ChangeAction.NoOp || resource.IsImported)
                .Select(resource => new
                {
                    resource.Address,
                    Action = resource.IsImported && resource.Action == ChangeAction.NoOp ? "Import" : resource.Action.ToString(),
                    resource.IsImported,
                    Attributes = resource.ChangedAttributes,
                }),
        ];
}
