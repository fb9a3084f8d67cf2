using System.Text.Json.Nodes;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>The API server of a cluster, as far as it serves TargetGroupBindings. Any delivery applies and deletes them here.</summary>
/// <param name="account">The account.</param>
/// <param name="scope">Endpoint of the cluster.</param>
/// <param name="run">The run of Terraform that makes the calls; <see langword="null"/> for calls of somebody else.</param>
internal sealed class BindingApi(PretendedAccount account, string scope, object? run = null)
{
    private readonly ClusterState _cluster = account.Clusters.Of(scope);

    private BindingWebhook Webhook => new(account, _cluster, run);

    /// <summary>A binding that is not being deleted.</summary>
    public BindingObject? Find(BindingManifest manifest) =>
        _cluster.Bindings.FirstOrDefault(each => each.FullName == manifest.FullName && each.IsOfAutoMode == manifest.IsOfAutoMode);

    /// <summary>Creates a binding.</summary>
    /// <exception cref="RemoteException">It is refused.</exception>
    public BindingObject Create(BindingManifest manifest, string owner)
    {
        if (manifest.IsOfAutoMode)
        {
            return CreateOfAutoMode(manifest, owner);
        }

        var definitions =
            _cluster.Definitions
            ?? throw new RemoteException(
                $"resource mapping not found for name: \"{manifest.Name}\" namespace: \"{manifest.Namespace}\" from \"\": no matches for kind "
                    + "\"TargetGroupBinding\" in version \"elbv2.k8s.aws/v1beta1\"\nensure CRDs are installed first"
            );
        RequireNamespace(manifest);
        if (Find(manifest) is not null)
        {
            throw new RemoteException($"object is being deleted: targetgroupbindings.elbv2.k8s.aws \"{manifest.Name}\" already exists");
        }

        // The API server drops unknown fields before and after the webhooks.
        var spec = Webhook.Create(manifest with { Spec = BindingFields.KnownTo(definitions, manifest.Spec) });
        var created = new BindingObject(manifest.Namespace, manifest.Name, BindingFields.KnownTo(definitions, spec)) { Owner = owner };
        _cluster.Bindings.Add(created);
        return created;
    }

    /// <summary>The definition comes and goes with EKS Auto Mode, and the API server validates strictly. There is no webhook in the cluster.</summary>
    private BindingObject CreateOfAutoMode(BindingManifest manifest, string owner)
    {
        if (!AutoModeBindings.AreServed(account, _cluster))
        {
            throw new RemoteException(
                $"resource mapping not found for name: \"{manifest.Name}\" namespace: \"{manifest.Namespace}\" from \"\": no matches for kind "
                    + $"\"TargetGroupBinding\" in version \"{AutoModeBindings.ApiVersion}\"\nensure CRDs are installed first"
            );
        }

        RequireNamespace(manifest);
        AutoModeBindings.RequireValid(manifest.Name, manifest.Spec);
        var created = new BindingObject(manifest.Namespace, manifest.Name, manifest.Spec.DeepClone().AsObject()) { Owner = owner, IsOfAutoMode = true };
        _cluster.Bindings.Add(created);
        return created;
    }

    private void RequireNamespace(BindingManifest manifest)
    {
        if (account.MissingNamespaces.Contains(manifest.Namespace))
        {
            throw new RemoteException($"namespaces \"{manifest.Namespace}\" not found");
        }
    }

    /// <summary>Changes a binding, by a merge patch of its spec. A patch may be empty where only metadata changes.</summary>
    /// <exception cref="RemoteException">It is refused.</exception>
    public void Patch(BindingObject binding, JsonObject patch)
    {
        var changed = MergePatch.Apply(binding.Spec, patch);
        if (binding.IsOfAutoMode)
        {
            AutoModeBindings.RequireValid(binding.Name, changed);
            binding.Spec = changed;
            return;
        }

        changed = _cluster.Definitions is { } definitions ? BindingFields.KnownTo(definitions, changed) : changed;
        Webhook.Update(binding, changed);
        binding.Spec = changed;
    }

    /// <summary>Deletes a binding. Where a controller has seen it, it waits for the controller.</summary>
    public void Delete(BindingObject binding)
    {
        binding.IsTerminating = binding.HasFinalizer;
        if (!binding.IsTerminating)
        {
            _cluster.Bindings.Remove(binding);
        }
    }

    /// <summary>Lets the controller see the changes.</summary>
    /// <returns>The bindings that are deleted and still there.</returns>
    public IReadOnlyList<BindingObject> Reconcile()
    {
        BindingController.Reconcile(account, scope);
        return [.. _cluster.Bindings.Where(binding => binding.IsTerminating)];
    }
}
