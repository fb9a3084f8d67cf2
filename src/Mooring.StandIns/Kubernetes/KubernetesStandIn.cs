using System.Text.Json.Nodes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The stand-in of the Kubernetes provider.</summary>
internal sealed class KubernetesStandIn()
    : StandIn("kubernetes", [Object("kubernetes_secret", "secrets"), Object("kubernetes_config_map_v1", "configmaps")], Lookups)
{
    private static DataSource[] Lookups { get; } = [new("kubernetes_namespace_v1", Namespace), new("kubernetes_resources", LockedReleases)];

    /// <inheritdoc/>
    public override ProviderContext Configure(PretendedAccount account, Value configuration) => new ClusterContext(account, configuration);

    private static ResourceType Object(string type, string plural) =>
        new(type)
        {
            Unique = ["metadata.namespace", "metadata.name"],
            Duplicate = $"{plural} \"{{0}}\" already exists",
            Computed = creation =>
                [
                    new("id", $"{creation.Planned.At("metadata", "namespace").Text ?? "default"}/{creation.Planned.At("metadata", "name").Text}"),
                    new("metadata.generation", 0),
                    new("metadata.resource_version", "1"),
                    new("metadata.uid", Guid.ParseExact(creation.MadeUp(32, "uid"), "N").ToString()),
                ],
        };

    /// <summary>A namespace. The provider reports a missing one without a uid, and not as an error.</summary>
    private static Value Namespace(Value configuration, ProviderContext cluster)
    {
        _ = cluster.Scope;
        var name = configuration.At("metadata", "name").Text ?? string.Empty;
        var exists = !cluster.Account.MissingNamespaces.Contains(name);
        return Value.Object([
            new("id", name),
            new("metadata", Value.List(Value.Object([new("name", name), new("uid", exists ? cluster.Account.MadeUp(32, "namespace", name) : "")]))),
        ]);
    }

    /// <summary>The Secrets of locked Helm releases: the only resources that stacks list.</summary>
    private static Value LockedReleases(Value configuration, ProviderContext cluster)
    {
        var releases = cluster
            .Account.Of("helm_release")
            .Where(release => release.Scope == cluster.Scope && IsLocked(release.Value["status"].Text))
            .Select(release => $"sh.helm.release.v1.{release.Value["name"].Text}.v1")
            .ToArray();
        var type = new JsonArray("tuple", new JsonArray([.. releases.Select(_ => ObjectType())]));
        return Value.Object([
            new(
                "objects",
                new TypedValue(
                    type.ToJsonString(),
                    Value.List([.. releases.Select(name => Value.Object([new("metadata", Value.Object([new("name", name)]))]))])
                )
            ),
        ]);
    }

    private static bool IsLocked(string? status) => status is "pending-install" or "pending-upgrade" or "pending-rollback";

    private static JsonArray ObjectType() => new("object", new JsonObject { ["metadata"] = new JsonArray("object", new JsonObject { ["name"] = "string" }) });
}
