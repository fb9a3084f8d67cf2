using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks how the API server of a cluster is reached, by Terraform and by Argo CD.</summary>
internal static class ConnectionChecks
{
    /// <summary>Adds the errors of a connection.</summary>
    public static void Check(ConnectionSpec? connection, FaultScope at)
    {
        if (connection is not null)
        {
            at.Check(connection.Host, NetworkLimits.ApiServer);
            at.Check(connection.ProxyUrl, NetworkLimits.Proxy);
        }
    }

    /// <summary>Adds the errors of Terraform's connection to a cluster, which it needs for releases, and for the Secrets in the root cluster.</summary>
    public static void CheckOfTerraform(FleetSpec fleet, string name, ClusterSpec cluster, FaultScope scope)
    {
        Check(cluster.Connection, scope.At(cluster.Connection));
        var isReached = cluster.HasReleases || FleetRegistrations.IsRoot(fleet, name);
        var isUnknown =
            scope.At(cluster.Delivery).IsUnreadable
            || scope.At(cluster.HandoverFrom).IsUnreadable
            || scope.At(cluster.Bindings).IsIncomplete
            || scope.Root.At(fleet.ArgoCd).IsIncomplete;
        if (cluster.Connection is not null && !isReached && !isUnknown)
        {
            scope
                .At(cluster.Connection)
                .AddBeside(
                    cluster.Delivery == Delivery.ArgoCd
                        ? "must be left out with delivery 'argocd': Terraform does not connect to the cluster; Argo CD's way is 'registration.connection'"
                        : "must be left out without a binding whose targets the controller registers: Terraform installs nothing in the cluster, "
                            + "and does not connect to it"
                );
        }
    }

    /// <summary>Adds the errors of Argo CD's connection to a cluster. Argo CD tells clusters apart by their URLs.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
    public static void CheckOfArgoCd(FleetIndex index, string name, RegistrationSpec registration, FaultScope scope)
    {
        var fleet = index.Fleet;
        var at = scope.At(registration.Connection);
        Check(registration.Connection, at);
        if (registration.Connection is not { } connection || scope.Root.At(fleet.ArgoCd).IsIncomplete)
        {
            return;
        }

        at.AddBeside(
            FleetRegistrations.IsRoot(fleet, name) ? "must be left out of the cluster that Argo CD runs in, which it reaches from inside"
            : fleet.ArgoCd?.IsCapability == true ? "must be left out with an EKS Capability for Argo CD, which reaches the cluster by its ARN"
            : null
        );
        if (connection.Host is { } host && index.FirstRegisteredAt(host) is var other && other != name)
        {
            at.At(connection.Host)
                .As(ErrorCodes.Taken)
                .Add($"must be another one than that of cluster '{other}': Argo CD takes two of one URL for the same cluster, got '{host}'");
        }
    }
}
