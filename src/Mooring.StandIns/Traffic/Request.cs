using System.Globalization;

namespace Mooring.StandIns.Traffic;

/// <summary>A client's request to a load balancer, with what rules look at.</summary>
/// <param name="LoadBalancer">Name of the load balancer.</param>
/// <param name="Port">Port of the listener.</param>
public sealed record Request(string LoadBalancer, int Port)
{
    /// <summary>A host name that no rule is about.</summary>
    private const string AnyHost = "any-other-host.example";

    /// <summary>The <c>Host</c> header.</summary>
    /// <value>Defaults to a host name that no rule is about.</value>
    public string Host { get; init; } = AnyHost;

    /// <summary>The path.</summary>
    /// <value>Defaults to <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>The method.</summary>
    /// <value>Defaults to <c>GET</c>.</value>
    public string Method { get; init; } = "GET";

    /// <summary>The client's address.</summary>
    /// <value>Defaults to an address of AWS's documentation.</value>
    public string SourceIp { get; init; } = "192.0.2.1";

    /// <summary>Other headers by their name, in lower case.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters of the query.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The request as a user would describe it: <c>public:443 shop.example.com/cart</c>.</summary>
    public override string ToString()
    {
        var query =
            Query.Count == 0 ? string.Empty : $"?{string.Join('&', Query.Select(pair => pair.Key.Length == 0 ? pair.Value : $"{pair.Key}={pair.Value}"))}";
        string[] more =
        [
            .. Method == "GET" ? Array.Empty<string>() : [Method],
            .. Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}"),
            .. SourceIp == "192.0.2.1" ? Array.Empty<string>() : [$"from {SourceIp}"],
        ];
        var host = Host == AnyHost ? "*" : Host;
        var details = more.Length == 0 ? string.Empty : $" ({string.Join(", ", more)})";
        return string.Create(CultureInfo.InvariantCulture, $"{LoadBalancer}:{Port} {host}{Path}{query}{details}");
    }

    /// <inheritdoc/>
    public bool Equals(Request? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
