using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>The bindings of a cluster whose controller registers targets in the account, as the role allows that Argo CD gave to it.</summary>
/// <param name="account">The account.</param>
/// <param name="endpoint">Endpoint of the cluster.</param>
/// <param name="cluster">The cluster, as Argo CD sees it.</param>
internal sealed class ControlledBindings(PretendedAccount account, string endpoint, ManagedCluster cluster) : IBindings
{
    private const string RoleAnnotation = "eks.amazonaws.com/role-arn";

    private readonly BindingApi _api = new(account, endpoint);
    private readonly Bindings _webhook = new(cluster);

    // What was seen last: what Helm does later with a controller that was handed over is not undone.
    private ControllerSettings? _seen;
    private bool _ran;

    /// <inheritdoc/>
    public void Apply(ManagedResource binding, ManagedResource? prior)
    {
        if (!binding.IsOfAutoMode)
        {
            _webhook.Apply(binding, prior);
        }

        See();
        var (manifest, spec) = (ManifestOf(binding), SpecOf(binding));
        if (_api.Find(manifest) is { } existing)
        {
            _api.Patch(existing, MergePatch.Of(prior is null ? spec : SpecOf(prior), spec));
        }
        else
        {
            _api.Create(manifest, "Argo CD");
        }

        _api.Reconcile();
    }

    /// <inheritdoc/>
    public bool ServesAutoMode => AutoModeBindings.AreServed(account, account.Clusters.Of(endpoint));

    /// <inheritdoc/>
    public void AddNamespace(string name) => account.MissingNamespaces.Remove(name);

    /// <inheritdoc/>
    public bool Delete(ManagedResource binding)
    {
        See();
        if (_api.Find(ManifestOf(binding)) is not { } existing)
        {
            return true;
        }

        _api.Delete(existing);
        return !_api.Reconcile().Contains(existing);
    }

    /// <inheritdoc/>
    public void See()
    {
        var now = cluster.Deployment switch
        {
            null => null,
            { Application: not null } deployment => SettingsOf(deployment),
            // Helm's, until an Application takes it over.
            _ => _seen,
        };
        if (now == _seen && cluster.ControllerRuns == _ran)
        {
            return;
        }

        var had = _seen is not null;
        (_seen, _ran) = (now, cluster.ControllerRuns);
        if (now is not null)
        {
            var state = account.Clusters.Of(endpoint);
            state.Definitions = VersionOf(cluster.Find($"{ManagedResource.Definition} {ControllerChart.BindingsDefinition}")) ?? state.Definitions;
            BindingController.Install(account, endpoint, now, _ran);
        }
        else if (had)
        {
            BindingController.Uninstall(account, endpoint);
        }
    }

    private ControllerSettings SettingsOf(LiveResource deployment) =>
        new(VersionOf(deployment)!)
        {
            Namespace = deployment.Resource.Namespace!,
            ServiceAccount = deployment.Resource.Name,
            RoleArn = RoleOf(deployment.Resource),
            PodTemplate = TemplateOf(deployment.Resource),
        };

    private static string TemplateOf(ManagedResource deployment)
    {
        var values = (JsonObject)deployment.Content["values"]!.DeepClone();
        values["serviceAccount"] = new JsonObject { ["name"] = deployment.Name };
        return $"{deployment.Content.TextAt("version")} {PodTemplate.Of(values)}";
    }

    private string? RoleOf(ManagedResource deployment) =>
        cluster.Find($"ServiceAccount {deployment.Namespace}/{deployment.Name}")?.Resource.Content["annotations"] is JsonObject annotations
            ? annotations[RoleAnnotation]?.ToString()
            : null;

    private static Version? VersionOf(LiveResource? live) =>
        live?.Resource.Content.TextAt("version") is { } chart ? Kubernetes.ControllerChart.ControllerOf(chart) : null;

    private static BindingManifest ManifestOf(ManagedResource binding) =>
        new(binding.Namespace!, binding.Name, SpecOf(binding)) { IsOfAutoMode = binding.IsOfAutoMode };

    private static JsonObject SpecOf(ManagedResource binding) => (JsonObject)binding.Content["spec"]!.DeepClone();
}
