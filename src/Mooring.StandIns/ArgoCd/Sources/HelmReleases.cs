using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>What the Helm releases that Terraform has created in a cluster have installed there.</summary>
internal static class HelmReleases
{
    /// <summary>The resources.</summary>
    /// <param name="account">The account.</param>
    /// <param name="server">Endpoint of the cluster.</param>
    public static IReadOnlyList<ManagedResource> ResourcesIn(PretendedAccount account, string server) =>
        [.. account.Of("helm_release").Where(release => release.Scope == server).SelectMany(ResourcesOf)];

    private static IReadOnlyList<ManagedResource> ResourcesOf(RemoteObject release)
    {
        var values = new JsonObject();
        foreach (var (name, value) in release.Value["values"].Elements.SelectMany(text => Yaml.Object(text.Text ?? string.Empty)))
        {
            values[name] = value?.DeepClone();
        }

        return release.Value["name"].Text switch
        {
            BindingsChart.Name => BindingsChart.Render(values, withNamespaces: false, knowsAutoMode: true),
            "aws-lb-controller" => ControllerChart.Render(
                release.Value["version"].Text ?? string.Empty,
                values,
                release.Value["namespace"].Text ?? string.Empty,
                "certificate of Helm"
            ),
            _ => [],
        };
    }
}
