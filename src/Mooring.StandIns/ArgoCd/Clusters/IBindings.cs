using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>What a cluster's controller does with TargetGroupBindings: its webhook and its finalizer.</summary>
internal interface IBindings
{
    /// <summary>The controller's webhook checks a binding that is created or changed.</summary>
    /// <param name="binding">The binding.</param>
    /// <param name="prior">The binding as it is; <see langword="null"/> for a new one.</param>
    /// <exception cref="RemoteException">It refuses the binding, or does not answer.</exception>
    void Apply(ManagedResource binding, ManagedResource? prior);

    /// <summary>Deletes a binding.</summary>
    /// <returns>Whether it is gone; otherwise its finalizer waits for the controller.</returns>
    bool Delete(ManagedResource binding);

    /// <summary>Sees that the controller was installed, has started, or was removed.</summary>
    void See() { }

    /// <summary>Whether the cluster has the kind of binding of EKS Auto Mode.</summary>
    bool ServesAutoMode => false;

    /// <summary>Notes that there is a namespace now.</summary>
    void AddNamespace(string name) { }
}
