using System.Collections.ObjectModel;

namespace Mooring.Fleet;

/// <summary>
/// Defines the headers that a listener adds to requests and responses. Where a listener has this mapping, even an empty one, Terraform owns the names of
/// the request headers and the <c>Server</c> header: what is left out has its default.
/// </summary>
public sealed record ListenerHeadersSpec
{
    /// <summary>
    /// Other names of the headers about TLS that targets get, by AWS's names: <c>X-Amzn-Mtls-Clientcert</c>, <c>X-Amzn-Mtls-Clientcert-Issuer</c>,
    /// <c>-Leaf</c>, <c>-Serial-Number</c>, <c>-Subject</c> and <c>-Validity</c>, <c>X-Amzn-Tls-Cipher-Suite</c> and <c>X-Amzn-Tls-Version</c>. Only with
    /// protocol HTTPS.
    /// </summary>
    /// <value>Defaults to AWS's names.</value>
    public IReadOnlyDictionary<string, string> Request { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Values of headers that clients get, by the headers' names: <c>Access-Control-Allow-Credentials</c>, <c>Access-Control-Allow-Headers</c>,
    /// <c>Access-Control-Allow-Methods</c>, <c>Access-Control-Allow-Origin</c>, <c>Access-Control-Expose-Headers</c>, <c>Access-Control-Max-Age</c>,
    /// <c>Content-Security-Policy</c>, <c>Strict-Transport-Security</c>, <c>X-Content-Type-Options</c> and <c>X-Frame-Options</c>. The AWS provider
    /// changes a value, and cannot take a header away.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Response { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether clients get the load balancer's <c>Server</c> header.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Server { get; init; } = true;
}
