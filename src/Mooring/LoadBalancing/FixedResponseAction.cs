namespace Mooring.LoadBalancing;

/// <summary>Answers a request without asking any target.</summary>
public sealed record FixedResponseAction : ListenerAction
{
    /// <summary>HTTP status, 2xx, 4xx or 5xx.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Media type of the body.</summary>
    /// <value>Defaults to <c>text/plain</c>.</value>
    public string ContentType { get; init; } = "text/plain";

    /// <summary>The body, at most 1024 characters.</summary>
    /// <value>Defaults to an empty body.</value>
    public string? Body { get; init; }
}
