using Constructs;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>Argo CD assumes a role that has access to the cluster.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks"/>
public sealed record AssumedRole : ClusterConnection
{
    /// <summary>URL of the cluster's API server.</summary>
    public required string ClusterEndpoint { get; init; }

    /// <summary>Certificate of the authority that its API server's certificate is from, PEM in Base64.</summary>
    public required string ClusterCertificateAuthorityData { get; init; }

    /// <summary>ARN of the role that Argo CD assumes.</summary>
    public required string AccessRoleArn { get; init; }

    /// <summary>URL that Argo CD reaches the API server at, <c>https://</c>, a host and a port. It must be another one for each cluster.</summary>
    /// <value>Defaults to <see cref="ClusterEndpoint"/>.</value>
    public string? Host { get; init; }

    /// <summary>URL of the proxy to the API server: <c>http</c>, <c>https</c> or <c>socks5</c>. Argo CD reads it from version 2.14 on.</summary>
    /// <value>Defaults to none.</value>
    public string? ProxyUrl { get; init; }

    internal override string Server => Host ?? ClusterEndpoint;

    /// <summary>
    /// The configuration in the order in which Argo CD itself writes it, which Terraform's <c>jsonencode</c> would sort: Terraform then sees no
    /// difference after Argo CD changed the Secret. Names, ARNs and Base64 need no escaping in JSON.
    /// </summary>
    internal override string Config(string eksClusterName) =>
        $$$"""{"tlsClientConfig":{"insecure":false,{{{ServerName}}}"caData":"{{{ClusterCertificateAuthorityData}}}"}"""
        + $$$""","awsAuthConfig":{"clusterName":"{{{eksClusterName}}}","roleARN":"{{{AccessRoleArn}}}"}{{{Proxy}}}}""";

    /// <summary>Another host is not in the certificate of the API server, which names the endpoint's.</summary>
    private string ServerName => Host is null ? string.Empty : $"\"serverName\":\"{Fn.Trimprefix(ClusterEndpoint, "https://")}\",";

    private string Proxy => ProxyUrl is null ? string.Empty : $",\"proxyUrl\":\"{ProxyUrl}\"";

    internal override void Check(Construct construct)
    {
        Property.Require(construct, nameof(ClusterEndpoint), ArgoCdLimits.Server(ClusterEndpoint));
        Property.Require(construct, nameof(Host), Host is { } host ? NetworkLimits.ApiServer(host) : null);
        Property.Require(construct, nameof(ProxyUrl), ProxyUrl is { } proxy ? NetworkLimits.Proxy(proxy) : null);
    }
}
