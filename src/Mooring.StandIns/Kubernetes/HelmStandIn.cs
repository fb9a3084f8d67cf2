using System.Text.Json.Nodes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The stand-in of the Helm provider. It renders no chart.</summary>
internal sealed class HelmStandIn() : StandIn("helm", [Release], [new DataSource("helm_template", Template)])
{
    /// <summary>The defaults of helm_release.</summary>
    private static readonly KeyValuePair<string, Value>[] s_defaults =
    [
        .. new[]
        {
            "atomic",
            "cleanup_on_fail",
            "create_namespace",
            "dependency_update",
            "disable_crd_hooks",
            "disable_openapi_validation",
            "disable_webhooks",
            "force_update",
            "lint",
            "recreate_pods",
            "render_subchart_notes",
            "replace",
            "reset_values",
            "reuse_values",
            "skip_crds",
            "verify",
            "wait_for_jobs",
        }.Select(name => KeyValuePair.Create(name, (Value)false)),
        new("wait", true),
        new("pass_credentials", false),
        new("max_history", 0),
        new("timeout", 300),
        new("namespace", "default"),
    ];

    private static ResourceType Release { get; } =
        new("helm_release")
        {
            Unique = ["namespace", "name"],
            Takeover = Takeover,
            Apply = ReleasedResources.Apply,
            ApplyPartly = ReleasedResources.ApplyPartly,
            Unapply = ReleasedResources.Delete,
            StatusAfterFailure = failure => failure is Failure.Refused or Failure.TimedOut ? "failed" : "pending-install",
            IsGoneWhenUnreadable = true,
            ComputedAnew = ["id", "metadata"],
            Computed = creation =>
                [new("id", creation.Text("name")), new("status", "deployed"), new("version", "0.1.0"), new("metadata", Metadata(creation)), .. s_defaults],
        };

    /// <inheritdoc/>
    public override ProviderContext Configure(PretendedAccount account, Value configuration) => new ClusterContext(account, configuration["kubernetes"]);

    /// <summary>
    /// What Helm does with a release of the same name: with <c>upgrade_install</c> it takes it up, unless an interrupted operation has locked it.
    /// </summary>
    private static string? Takeover(ObjectValue planned, ObjectValue existing) =>
        existing["status"].Text?.StartsWith("pending-", StringComparison.Ordinal) == true ? "another operation (install/upgrade/rollback) is in progress"
        : planned["upgrade_install"] == true ? null
        : "installation failed: cannot re-use a name that is still in use";

    /// <summary>The chart's custom resource definitions, which are read without a cluster. The stand-in has one, which names the chart.</summary>
    private static Value Template(Value configuration, ProviderContext context) =>
        Value.Object([
            new("id", configuration["name"]),
            new("manifest", ""),
            new("notes", ""),
            new("crds", Value.List($"# {configuration["chart"].Text} {configuration["version"].Text}\nkind: CustomResourceDefinition\n")),
        ]);

    private static Value Metadata(Creation creation) =>
        Value.Object([
            new("app_version", ""),
            new("chart", creation.Text("chart").Split('/')[^1]),
            new("first_deployed", 0),
            new("last_deployed", 0),
            new("name", creation.Text("name")),
            new("namespace", creation.Text("namespace")),
            new("notes", ""),
            new("revision", new NumberValue(((creation.Prior.At("metadata", "revision") as NumberValue)?.Value ?? 0) + 1)),
            new("values", new JsonArray([.. creation["values"].Elements.Select(text => (JsonNode?)text.Text)]).ToJsonString()),
            new("version", creation["version"].Text ?? "0.1.0"),
        ]);
}
