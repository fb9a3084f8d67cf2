namespace Mooring.Fleet;

/// <summary>Defines that a client stays with the target it was sent to first.</summary>
public sealed record StickinessSpec
{
    /// <summary>How long it does, 1 to 604800 seconds.</summary>
    /// <value>Defaults to 86400 seconds, a day.</value>
    public int Duration { get; init; } = 86_400;

    /// <summary>Name of the application's cookie that is followed.</summary>
    /// <value>Defaults to a cookie of the load balancer's own.</value>
    public string? CookieName { get; init; }
}
