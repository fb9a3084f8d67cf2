using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>
/// Which API server a client reaches: at its endpoint, or through a host that passes TLS on to the server that the client names in its handshake. Without
/// a name the client asks for the host, which is not in the server's certificate.
/// </summary>
/// <param name="account">The account.</param>
internal sealed class ApiServers(PretendedAccount account)
{
    private const string Scheme = "https://";

    /// <summary>The cluster that is reached.</summary>
    /// <param name="url">URL that the client connects to.</param>
    /// <param name="serverName">Name that it requires in the certificate; <see langword="null"/> for that of the URL.</param>
    /// <param name="proxyUrl">URL of its proxy, if any.</param>
    /// <exception cref="RemoteException">Nothing is there, or another server than the one that is named.</exception>
    public ObjectValue At(string url, string? serverName, string? proxyUrl)
    {
        if (proxyUrl is { Length: > 0 } && !account.Proxies.Contains(proxyUrl))
        {
            throw new RemoteException($"Get \"{url}\": proxyconnect tcp: dial tcp: lookup {HostOf(proxyUrl)}: no such host");
        }

        var direct = WithEndpoint(url);
        if (direct is null && !account.ApiServerHosts.Contains(url))
        {
            throw new RemoteException($"Get \"{url}\": dial tcp: lookup {HostOf(url)}: no such host");
        }

        var name = serverName is { Length: > 0 } ? serverName : url[Scheme.Length..];
        return WithEndpoint($"{Scheme}{name}") is { } named && (direct is null || direct == named)
            ? named
            : throw new RemoteException($"Get \"{url}\": tls: failed to verify certificate: x509: certificate is not valid for {name}");
    }

    private ObjectValue? WithEndpoint(string url) => account.Of("aws_eks_cluster").FirstOrDefault(each => each.Value["endpoint"].Text == url)?.Value;

    private static string HostOf(string url) => new Uri(url).Host;
}
