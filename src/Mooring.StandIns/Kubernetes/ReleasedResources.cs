using System.Text.Json.Nodes;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>What a Helm release installs in its cluster: the controller, its custom resource definitions, or TargetGroupBindings.</summary>
internal static class ReleasedResources
{
    private const string TimedOut = "context deadline exceeded";

    /// <summary>Installs or upgrades a release.</summary>
    /// <returns>Why it fails; <see langword="null"/> where it does not.</returns>
    public static string? Apply(Creation creation)
    {
        var values = HelmValues.Of(creation.Planned);
        if (ControllerChart.IsOf(creation.Planned))
        {
            return InstallController(creation, isReady: true);
        }

        if (ControllerChart.Definitions(values) is { } version)
        {
            // The template keeps newer definitions.
            var cluster = creation.Context.Account.Clusters.Of(creation.Context.Scope);
            cluster.Definitions = cluster.Definitions > version ? cluster.Definitions : version;
        }

        // The chart of namespaces creates what is missing, and its release deletes none.
        creation.Context.Account.MissingNamespaces.ExceptWith(NamespacesOf(creation.Planned, values));
        return BindingChart.Has(values) ? new ReleasedBindings(creation, Previous(creation)).Apply() : null;
    }

    private static IEnumerable<string> NamespacesOf(ObjectValue release, JsonObject values) =>
        release["name"].Text == "aws-lb-controller-namespaces" ? (values["namespaces"] as JsonArray ?? []).Select(name => $"{name}") : [];

    /// <summary>A controller that does not become ready in time is installed with its webhooks, which nothing answers.</summary>
    public static void ApplyPartly(Creation creation, Failure failure)
    {
        if (failure == Failure.TimedOut && ControllerChart.IsOf(creation.Planned))
        {
            InstallController(creation, isReady: false);
        }
    }

    /// <summary>Uninstalls a release whose record is deleted. The definitions stay.</summary>
    /// <returns>The error that it ends with; <see langword="null"/> for none.</returns>
    public static string? Delete(ProviderContext context, ObjectValue release)
    {
        if (ControllerChart.IsOf(release))
        {
            BindingController.Uninstall(context.Account, context.Scope);
            return null;
        }

        return ReleasedBindings.Delete(context, release) ? null : "uninstallation completed with 1 error(s): timed out waiting for the condition";
    }

    private static string? InstallController(Creation creation, bool isReady)
    {
        var (account, scope, values) = (creation.Context.Account, creation.Context.Scope, HelmValues.Of(creation.Planned));
        var (cluster, controller, previous) = (account.Clusters.Of(scope), ControllerChart.Controller(creation.Planned, values), Previous(creation));
        if (previous is null && creation["skip_crds"] != true)
        {
            // Helm installs the definitions of a chart once, and never upgrades them.
            cluster.Definitions ??= controller.Version;
        }

        cluster.ReplacedCertificate =
            cluster.Controller is not null
            && previous is not null
            && WebhookCertificate.IsReplacedUnderRunningPods(
                controller.Version,
                HelmValues.Of(previous),
                values,
                isSameChart: previous["version"] == creation["version"]
            )
                ? creation.Context
                : null;

        // Without the definitions, the controller ends at its start.
        BindingController.Install(account, scope, controller, isReady && cluster.Definitions is not null);
        return creation["wait"] == false || BindingController.IsRunning(account, cluster) ? null : TimedOut;
    }

    /// <summary>The release of the same name in the cluster, which failed installations leave too.</summary>
    private static ObjectValue? Previous(Creation creation) =>
        creation.Context.Of("helm_release").FirstOrDefault(each => each["name"] == creation["name"] && each["namespace"] == creation["namespace"]);
}
