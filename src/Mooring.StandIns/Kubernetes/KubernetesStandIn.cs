using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The stand-in of the Kubernetes provider.</summary>
internal sealed class KubernetesStandIn() : StandIn("kubernetes", [Secret], [])
{
    private static ResourceType Secret { get; } =
        new("kubernetes_secret")
        {
            Unique = ["metadata.namespace", "metadata.name"],
            Duplicate = "secrets \"{0}\" already exists",
            Computed = creation =>
                [
                    new("id", $"{creation.Planned.At("metadata", "namespace").Text ?? "default"}/{creation.Planned.At("metadata", "name").Text}"),
                    new("metadata.generation", 0),
                    new("metadata.resource_version", "1"),
                    new("metadata.uid", Guid.ParseExact(creation.MadeUp(32, "uid"), "N").ToString()),
                ],
        };

    /// <inheritdoc/>
    public override ProviderContext Configure(PretendedAccount account, Value configuration) => new ClusterContext(account, configuration);
}
