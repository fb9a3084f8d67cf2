using System.Text;
using Mooring.StandIns.Aws;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The configured kubernetes or helm provider: a connection to one of the account's clusters.</summary>
/// <param name="account">The account.</param>
/// <param name="connection">The connection to the cluster: <c>host</c>, <c>proxy_url</c>, <c>token</c> or <c>exec</c> and the like.</param>
internal sealed class ClusterContext(PretendedAccount account, Value connection) : ProviderContext(account)
{
    /// <inheritdoc/>
    public override string Scope
    {
        get
        {
            // Without a host, or with one that is not known yet, both providers fall back to this.
            var host = connection["host"].Text ?? throw new RemoteException("Get \"http://localhost/\": dial tcp [::1]:80: connect: connection refused");
            var cluster = new ApiServers(Account).At(host, connection["tls_server_name"].Text, connection["proxy_url"].Text);
            if (Account.ClusterError is { } error)
            {
                throw new RemoteException(error);
            }

            RequireTrust(host, cluster);
            RequireCredentials(cluster);
            return cluster["endpoint"].Text!;
        }
    }

    private void RequireTrust(string host, ObjectValue cluster)
    {
        var authority = Encoding.UTF8.GetString(Convert.FromBase64String(cluster.At("certificate_authority", "data").Text!));
        if (connection["cluster_ca_certificate"].Text != authority)
        {
            throw new RemoteException($"Get \"{host}\": tls: failed to verify certificate: x509: certificate signed by unknown authority");
        }
    }

    /// <summary>
    /// A token is valid for one cluster, as is one of <c>aws eks get-token</c>, and shows an identity. The cluster lets in who created it, which is the
    /// role that Terraform assumes in its account.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/grant-k8s-access.html"/>
    private void RequireCredentials(ObjectValue cluster)
    {
        var name = cluster["name"].Text!;
        var arguments = connection.At("exec", "args").Elements.Select(argument => argument.Text).ToList();
        string? Argument(string option) => arguments.IndexOf(option) is >= 0 and var index ? arguments.ElementAtOrDefault(index + 1) : null;
        var isOfCluster = Argument("--cluster-name") == name;
        var account = ClusterToken.AccountOf(name, connection["token"].Text) ?? (isOfCluster ? CallerOf(Argument("--role-arn")) : null);
        if (account is null)
        {
            throw new RemoteException("Unauthorized: the credentials are not for the cluster that the host is of");
        }

        if (cluster["arn"].Text is { } arn && PretendedAccount.AccountOf(arn) != account)
        {
            throw new RemoteException($"Unauthorized: cluster {name} has no access entry for an identity of account {account}");
        }
    }

    private string CallerOf(string? role) =>
        role is null ? Account.AccountId
        : Account.AssumableRoles.Contains(role) ? PretendedAccount.AccountOf(role)
        : throw new RemoteException(
            $"exec: executable aws failed with exit code 254: {AssumedRole.Refusal(AwsContext.TerraformsSession(Account, role), role)}"
        );
}
