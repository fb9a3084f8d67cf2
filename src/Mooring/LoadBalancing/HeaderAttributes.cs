using HashiCorp.Cdktf.Providers.Aws.LbListener;

namespace Mooring.LoadBalancing;

/// <summary>The headers that a listener adds, each with its attribute in Terraform.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html"/>
internal static class HeaderAttributes
{
    private static readonly Dictionary<string, Action<LbListenerConfig, string>> s_request = new(StringComparer.Ordinal)
    {
        ["X-Amzn-Mtls-Clientcert"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertHeaderName = name,
        ["X-Amzn-Mtls-Clientcert-Issuer"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertIssuerHeaderName = name,
        ["X-Amzn-Mtls-Clientcert-Leaf"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertLeafHeaderName = name,
        ["X-Amzn-Mtls-Clientcert-Serial-Number"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName = name,
        ["X-Amzn-Mtls-Clientcert-Subject"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertSubjectHeaderName = name,
        ["X-Amzn-Mtls-Clientcert-Validity"] = (config, name) => config.RoutingHttpRequestXAmznMtlsClientcertValidityHeaderName = name,
        ["X-Amzn-Tls-Cipher-Suite"] = (config, name) => config.RoutingHttpRequestXAmznTlsCipherSuiteHeaderName = name,
        ["X-Amzn-Tls-Version"] = (config, name) => config.RoutingHttpRequestXAmznTlsVersionHeaderName = name,
    };

    private static readonly Dictionary<string, Action<LbListenerConfig, string>> s_response = new(StringComparer.Ordinal)
    {
        ["Access-Control-Allow-Credentials"] = (config, value) => config.RoutingHttpResponseAccessControlAllowCredentialsHeaderValue = value,
        ["Access-Control-Allow-Headers"] = (config, value) => config.RoutingHttpResponseAccessControlAllowHeadersHeaderValue = value,
        ["Access-Control-Allow-Methods"] = (config, value) => config.RoutingHttpResponseAccessControlAllowMethodsHeaderValue = value,
        ["Access-Control-Allow-Origin"] = (config, value) => config.RoutingHttpResponseAccessControlAllowOriginHeaderValue = value,
        ["Access-Control-Expose-Headers"] = (config, value) => config.RoutingHttpResponseAccessControlExposeHeadersHeaderValue = value,
        ["Access-Control-Max-Age"] = (config, value) => config.RoutingHttpResponseAccessControlMaxAgeHeaderValue = value,
        ["Content-Security-Policy"] = (config, value) => config.RoutingHttpResponseContentSecurityPolicyHeaderValue = value,
        ["Strict-Transport-Security"] = (config, value) => config.RoutingHttpResponseStrictTransportSecurityHeaderValue = value,
        ["X-Content-Type-Options"] = (config, value) => config.RoutingHttpResponseXContentTypeOptionsHeaderValue = value,
        ["X-Frame-Options"] = (config, value) => config.RoutingHttpResponseXFrameOptionsHeaderValue = value,
    };

    /// <summary>The headers that targets get, as AWS names them.</summary>
    public static IReadOnlyCollection<string> RequestHeaders => s_request.Keys;

    /// <summary>The headers that clients get.</summary>
    public static IReadOnlyCollection<string> ResponseHeaders => s_response.Keys;

    /// <summary>Adds headers to the configuration of a listener. The names that AWS gives are written, too: Terraform would keep the last ones.</summary>
    public static void Add(ListenerHeaders headers, ListenerProtocol protocol, LbListenerConfig config)
    {
        if (protocol == ListenerProtocol.Https)
        {
            foreach (var (header, set) in s_request)
            {
                set(config, headers.Request.GetValueOrDefault(header, header));
            }
        }

        foreach (var (header, value) in headers.Response)
        {
            s_response[header](config, value);
        }

        config.RoutingHttpResponseServerEnabled = headers.Server;
    }
}
