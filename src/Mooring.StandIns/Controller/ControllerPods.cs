using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>The pods of the controllers of an account's clusters.</summary>
public static class ControllerPods
{
    /// <summary>Restarts the pods of a cluster's controller, as <c>kubectl rollout restart</c> does; nothing where it has none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cluster">Name of the cluster in EKS.</param>
    public static void RestartController(this PretendedAccount account, string cluster)
    {
        lock (account.Gate)
        {
            foreach (var state in Installed(account).Where(state => BindingController.NameOf(account, state) == cluster))
            {
                BindingController.StartPods(account, state);
                BindingController.Reconcile(account, state.Endpoint);
            }
        }
    }

    /// <summary>
    /// Why the controllers get no credentials when they ask for new ones, by the names of their clusters; <see langword="null"/> for one that gets some.
    /// Credentials are good for about an hour.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> ControllerCredentials(this PretendedAccount account)
    {
        lock (account.Gate)
        {
            return Installed(account).ToDictionary(state => BindingController.NameOf(account, state), state => ProblemOf(account, state));
        }
    }

    private static ClusterState[] Installed(PretendedAccount account) =>
        [.. account.Clusters.All.Where(state => state.Controller is not null && BindingController.NameOf(account, state).Length > 0)];

    private static string? ProblemOf(PretendedAccount account, ClusterState state)
    {
        try
        {
            _ = new ControllerRole(account, BindingController.ClusterOf(account, state)!, state).Renewed();
            return null;
        }
        catch (RemoteException exception)
        {
            return exception.Message;
        }
    }
}
