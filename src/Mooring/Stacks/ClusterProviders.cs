using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Helm.Provider;
using HashiCorp.Cdktf.Providers.Kubernetes.Provider;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>Configures Terraform's kubernetes and helm providers for a cluster, with the authentication that the fleet chooses.</summary>
internal static class ClusterProviders
{
    /// <summary>The kubernetes provider.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="location">Location of the cluster.</param>
    /// <param name="connection">How it is reached; <see langword="null"/> for its endpoint.</param>
    /// <param name="alias">Alias of the provider; <see langword="null"/> for the default one.</param>
    public static KubernetesProvider Kubernetes(
        TerraformStack stack,
        FleetSpec fleet,
        ClusterLookup cluster,
        FleetLocation location,
        ConnectionSpec? connection,
        string? alias = null
    )
    {
        TerraformRequirements.Add(stack, "kubernetes", fleet.Terraform.Providers.Kubernetes);
        var isExec = fleet.ClusterAuthentication == ClusterAuthentication.Exec;
        return new KubernetesProvider(
            stack,
            "kubernetes",
            new KubernetesProviderConfig
            {
                Alias = alias,
                Host = connection?.Host ?? cluster.ClusterEndpoint,
                ProxyUrl = connection?.ProxyUrl,
                TlsServerName = ServerNameOf(cluster, connection),
                ClusterCaCertificate = cluster.ClusterCaCertificate,
                Token = isExec ? null : cluster.ClusterToken,
                Exec = isExec
                    ? new[]
                    {
                        new KubernetesProviderExec
                        {
                            ApiVersion = ClusterCredentials.ApiVersion,
                            Command = ClusterCredentials.Command,
                            Args = ClusterCredentials.Args(cluster.ClusterName, location.Region, location.AssumeRole),
                        },
                    }
                    : null,
            }
        );
    }

    /// <summary>The helm provider.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="location">Location of the cluster.</param>
    /// <param name="connection">How it is reached; <see langword="null"/> for its endpoint.</param>
    public static HelmProvider Helm(TerraformStack stack, FleetSpec fleet, ClusterLookup cluster, FleetLocation location, ConnectionSpec? connection)
    {
        TerraformRequirements.Add(stack, "helm", fleet.Terraform.Providers.Helm);
        var isExec = fleet.ClusterAuthentication == ClusterAuthentication.Exec;
        return new HelmProvider(
            stack,
            "helm",
            new HelmProviderConfig
            {
                Kubernetes = new HelmProviderKubernetes
                {
                    Host = connection?.Host ?? cluster.ClusterEndpoint,
                    ProxyUrl = connection?.ProxyUrl,
                    TlsServerName = ServerNameOf(cluster, connection),
                    ClusterCaCertificate = cluster.ClusterCaCertificate,
                    Token = isExec ? null : cluster.ClusterToken,
                    Exec = isExec
                        ? new HelmProviderKubernetesExec
                        {
                            ApiVersion = ClusterCredentials.ApiVersion,
                            Command = ClusterCredentials.Command,
                            Args = ClusterCredentials.Args(cluster.ClusterName, location.Region, location.AssumeRole),
                        }
                        : null,
                },
            }
        );
    }

    /// <summary>Another host is not in the certificate of the API server, which names the endpoint's.</summary>
    private static string? ServerNameOf(ClusterLookup cluster, ConnectionSpec? connection) => connection?.Host is null ? null : cluster.ClusterServerName;
}
