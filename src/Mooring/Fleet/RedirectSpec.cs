using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines a redirect. Parts of the URL that it does not name stay as in the request.</summary>
public sealed record RedirectSpec
{
    /// <summary>Protocol of the new URL.</summary>
    /// <value>Defaults to the request's.</value>
    public ListenerProtocol? Protocol { get; init; }

    /// <summary>Port of the new URL, 1 to 65535.</summary>
    /// <value>Defaults to the request's.</value>
    public int? Port { get; init; }

    /// <summary>Host name of the new URL, 1 to 128 characters.</summary>
    /// <value>Defaults to the request's.</value>
    public string? Host { get; init; }

    /// <summary>Path of the new URL, 1 to 128 characters beginning with <c>/</c>.</summary>
    /// <value>Defaults to the request's.</value>
    public string? Path { get; init; }

    /// <summary>Query of the new URL, at most 128 characters, without the question mark.</summary>
    /// <value>Defaults to the request's.</value>
    [MayBeEmpty]
    public string? Query { get; init; }

    /// <summary>HTTP status of the answer: 301, permanently, or 302, for now.</summary>
    /// <value>Defaults to 301.</value>
    public int StatusCode { get; init; } = 301;
}
