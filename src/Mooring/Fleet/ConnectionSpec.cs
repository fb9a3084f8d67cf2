namespace Mooring.Fleet;

/// <summary>
/// Defines how a cluster's API server is reached where its endpoint in EKS cannot be: through another host, a proxy, or both. The certificate of the
/// endpoint is required as before, so that both must pass TLS on, as a Network Load Balancer and a proxy's <c>CONNECT</c> do, and not end it.
/// </summary>
public sealed record ConnectionSpec
{
    /// <summary>
    /// URL that leads to the API server, such as <c>https://blue.api.example.com:8443</c>: <c>https</c>, in lower case, without a path. The host need not
    /// be in the certificate, which is compared with the endpoint's name.
    /// </summary>
    /// <value>Defaults to the cluster's endpoint in EKS.</value>
    public string? Host { get; init; }

    /// <summary>
    /// URL of the proxy to the API server, such as <c>http://proxy.example.com:3128</c>: <c>http</c>, <c>https</c> or <c>socks5</c>, in lower case, without
    /// a path, a user and a password.
    /// </summary>
    /// <value>Defaults to none: the environment says it (<c>HTTPS_PROXY</c>), or nothing does.</value>
    public string? ProxyUrl { get; init; }
}
