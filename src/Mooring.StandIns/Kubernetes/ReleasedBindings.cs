using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>
/// The TargetGroupBindings of a Helm release. Helm creates and changes them one after the other, and deletes what the release no longer has after
/// that. A custom resource is patched with the difference of the two manifests, whatever is in the cluster.
/// </summary>
/// <param name="creation">The release.</param>
/// <param name="previous">The release of the same name in the cluster.</param>
/// <seealso href="https://github.com/helm/helm/blob/release-3.19/pkg/kube/client.go"/>
internal sealed class ReleasedBindings(Creation creation, ObjectValue? previous)
{
    private readonly BindingApi _api = Api(creation.Context);
    private readonly string _owner = Owner(creation.Planned);
    private readonly IReadOnlyList<BindingManifest> _after = BindingChart.Render(HelmValues.Of(creation.Planned));
    private readonly Dictionary<string, BindingManifest> _before = BindingChart
        .Render(HelmValues.Of(previous ?? Value.Null))
        .ToDictionary(manifest => manifest.Key);

    /// <summary>Applies the release.</summary>
    /// <returns>Why it fails; <see langword="null"/> where it does not.</returns>
    public string? Apply()
    {
        if (_after.FirstOrDefault(IsOfSomebodyElse) is { } other)
        {
            return $"Unable to continue with install: TargetGroupBinding \"{other.Name}\" in namespace \"{other.Namespace}\" exists and cannot be imported "
                + "into the current release: invalid ownership metadata";
        }

        var created = new List<BindingObject>();
        try
        {
            foreach (var manifest in _after)
            {
                Apply(manifest, created);
            }
        }
        catch (RemoteException exception)
        {
            if (!creation.Prior.IsNull && creation["cleanup_on_fail"] == true)
            {
                created.ForEach(_api.Delete);
            }

            _api.Reconcile();
            return exception.Message;
        }

        var removed = _before.Values.ExceptBy(_after.Select(manifest => manifest.Key), manifest => manifest.Key);
        foreach (var binding in removed.Select(_api.Find).OfType<BindingObject>())
        {
            _api.Delete(binding);
        }

        _api.Reconcile();
        return null;
    }

    /// <summary>Deletes the bindings of a release, and waits for the controller where the release says so.</summary>
    /// <returns>Whether nothing is left.</returns>
    public static bool Delete(ProviderContext context, ObjectValue release)
    {
        var api = Api(context);
        BindingObject[] bindings = [.. BindingChart.Render(HelmValues.Of(release)).Select(api.Find).OfType<BindingObject>()];
        Array.ForEach(bindings, api.Delete);
        return !api.Reconcile().Intersect(bindings).Any() || release["wait"] == false;
    }

    private void Apply(BindingManifest manifest, List<BindingObject> created)
    {
        if (_api.Find(manifest) is not { } existing)
        {
            created.Add(Named("failed to create resource", () => _api.Create(manifest, _owner)));
            return;
        }

        // An adopted object only gets other metadata.
        var isAdopted = !_before.TryGetValue(manifest.Key, out var old);
        var patch = MergePatch.Of(isAdopted ? manifest.Spec : old!.Spec, manifest.Spec);
        if (isAdopted || patch.Count > 0)
        {
            Named(
                $"cannot patch \"{manifest.Name}\" with kind TargetGroupBinding",
                () =>
                {
                    _api.Patch(existing, patch);
                    existing.Owner = _owner;
                    return existing;
                }
            );
        }
    }

    private bool IsOfSomebodyElse(BindingManifest manifest) =>
        !_before.ContainsKey(manifest.Key) && creation["take_ownership"] != true && _api.Find(manifest) is { } existing && existing.Owner != _owner;

    private static BindingObject Named(string step, Func<BindingObject> work)
    {
        try
        {
            return work();
        }
        catch (RemoteException exception)
        {
            throw new RemoteException($"{step}: {exception.Message}");
        }
    }

    private static BindingApi Api(ProviderContext context) => new(context.Account, context.Scope, context);

    private static string Owner(ObjectValue release) => $"Helm release {release["namespace"].Text}/{release["name"].Text}";
}
