namespace Mooring.Fleet;

/// <summary>Defines a response of the load balancer itself.</summary>
public sealed record FixedResponseSpec
{
    /// <summary>HTTP status, 200 to 599 but no redirection (3xx).</summary>
    public required int StatusCode { get; init; }

    /// <summary>
    /// Media type of the body: <c>text/plain</c>, <c>text/css</c>, <c>text/html</c>, <c>application/javascript</c> or <c>application/json</c>.
    /// </summary>
    /// <value>Defaults to <c>text/plain</c>.</value>
    public string ContentType { get; init; } = "text/plain";

    /// <summary>The body, at most 1024 characters.</summary>
    /// <value>Defaults to an empty body.</value>
    [MayBeEmpty]
    public string? Body { get; init; }
}
