using System.Text.Json.Nodes;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The stand-in of the Kubernetes provider.</summary>
internal sealed class KubernetesStandIn()
    : StandIn("kubernetes", [Object("kubernetes_secret", "secrets"), Object("kubernetes_config_map_v1", "configmaps")], Lookups)
{
    private const string Api = "v1beta1.elbv2.k8s.aws";
    private const string AutoModeApi = $"v1.{AutoModeBindings.Group}";

    private static DataSource[] Lookups { get; } = [new("kubernetes_namespace_v1", Namespace), new("kubernetes_resources", Listed)];

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

    /// <summary>What stacks list, as far as they use it.</summary>
    private static Value Listed(Value configuration, ProviderContext cluster) =>
        configuration["kind"].Text switch
        {
            "Secret" => Objects([.. LockedReleases(cluster).Select(name => Named(name))]),
            "APIService" when configuration["field_selector"].Text == $"metadata.name={AutoModeApi}" => Objects(
                HasAutoMode(cluster) ? [Named(AutoModeApi)] : []
            ),
            "APIService" => Objects(HasDefinitions(cluster) ? [Named(Api)] : []),
            "TargetGroupBinding" when configuration["api_version"].Text == AutoModeBindings.ApiVersion && HasAutoMode(cluster) => Objects([
                .. Bindings(cluster, isOfAutoMode: true),
            ]),
            "TargetGroupBinding" when configuration["api_version"].Text != AutoModeBindings.ApiVersion && HasDefinitions(cluster) => Objects([
                .. Bindings(cluster, isOfAutoMode: false),
            ]),
            var kind => throw new RemoteException($"The resource cannot be read: no matches for kind \"{kind}\""),
        };

    /// <summary>The Secrets of locked Helm releases.</summary>
    private static IEnumerable<string> LockedReleases(ProviderContext cluster) =>
        cluster
            .Account.Of("helm_release")
            .Where(release => release.Scope == cluster.Scope && IsLocked(release.Value["status"].Text))
            .Select(release => $"sh.helm.release.v1.{release.Value["name"].Text}.v1");

    /// <summary>Whether the cluster has the definitions: a release brings them, and they stay when it goes.</summary>
    private static bool HasDefinitions(ProviderContext cluster) =>
        cluster.Account.TerminatingBindings.Count > 0 || cluster.Account.Clusters.Of(cluster.Scope).Definitions is not null;

    private static bool HasAutoMode(ProviderContext cluster) => AutoModeBindings.AreServed(cluster.Account, cluster.Account.Clusters.Of(cluster.Scope));

    /// <summary>The TargetGroupBindings; after a deletion that hung, those that the controller has not finished since.</summary>
    private static IEnumerable<KeyValuePair<string, Value>[]> Bindings(ProviderContext cluster, bool isOfAutoMode)
    {
        BindingController.Reconcile(cluster.Account, cluster.Scope);
        return
        [
            .. (isOfAutoMode ? Enumerable.Empty<string>() : cluster.Account.TerminatingBindings).Order().Select(name => Terminating("ingress-nginx", name)),
            .. cluster
                .Account.Clusters.Of(cluster.Scope)
                .Bindings.Where(binding => binding.IsOfAutoMode == isOfAutoMode)
                .Select(binding =>
                    binding.IsTerminating ? Terminating(binding.Namespace, binding.Name) : [new("namespace", binding.Namespace), .. Named(binding.Name)]
                ),
        ];
    }

    private static KeyValuePair<string, Value>[] Named(string name) => [new("name", name)];

    private static KeyValuePair<string, Value>[] Terminating(string @namespace, string name) =>
        [new("namespace", @namespace), new("name", name), new("deletionTimestamp", "2026-01-01T00:00:00Z")];

    /// <summary>Objects of which only text metadata is known.</summary>
    private static Value Objects(KeyValuePair<string, Value>[][] objects)
    {
        var type = new JsonArray("tuple", new JsonArray([.. objects.Select(ObjectType)]));
        return Value.Object([
            new(
                "objects",
                new TypedValue(type.ToJsonString(), Value.List([.. objects.Select(metadata => Value.Object([new("metadata", Value.Object(metadata))]))]))
            ),
        ]);
    }

    private static bool IsLocked(string? status) => status is "pending-install" or "pending-upgrade" or "pending-rollback";

    private static JsonArray ObjectType(KeyValuePair<string, Value>[] metadata)
    {
        var attributes = new JsonObject(metadata.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)"string")));
        return new("object", new JsonObject { ["metadata"] = new JsonArray("object", attributes) });
    }
}
