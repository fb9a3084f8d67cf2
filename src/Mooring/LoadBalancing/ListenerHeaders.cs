namespace Mooring.LoadBalancing;

/// <summary>
/// The headers that a listener adds to requests and responses. Where it has this record, Terraform owns the names of the request headers and the
/// <c>Server</c> header: what is left out has AWS's default.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html"/>
public sealed record ListenerHeaders
{
    /// <summary>
    /// Other names of the headers about TLS that targets get, by AWS's names: <c>X-Amzn-Mtls-Clientcert</c>, those that begin with it and end in
    /// <c>-Issuer</c>, <c>-Leaf</c>, <c>-Serial-Number</c>, <c>-Subject</c> and <c>-Validity</c>, <c>X-Amzn-Tls-Cipher-Suite</c> and
    /// <c>X-Amzn-Tls-Version</c>. Only a listener of protocol HTTPS has them.
    /// </summary>
    /// <value>Defaults to AWS's names.</value>
    public IReadOnlyDictionary<string, string> Request { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Values of headers that clients get, by the headers' names: <c>Access-Control-Allow-Credentials</c>, <c>-Headers</c>, <c>-Methods</c> and
    /// <c>-Origin</c>, <c>Access-Control-Expose-Headers</c>, <c>Access-Control-Max-Age</c>, <c>Content-Security-Policy</c>,
    /// <c>Strict-Transport-Security</c>, <c>X-Content-Type-Options</c> and <c>X-Frame-Options</c>. The AWS provider cannot take one away.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Response { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether clients get the load balancer's <c>Server</c> header.</summary>
    /// <value>Defaults to yes.</value>
    public bool Server { get; init; } = true;
}
