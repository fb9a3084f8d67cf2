namespace Mooring.LoadBalancing;

/// <summary>Passes requests on to target groups, shared out by their weights.</summary>
public sealed record ForwardAction : ListenerAction
{
    /// <summary>The target groups, 1 to 5.</summary>
    public required IReadOnlyList<WeightedTargetGroup> TargetGroups { get; init; }

    /// <summary>Duration of target group stickiness, 1 second to 7 days.</summary>
    /// <value>Defaults to none.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html"/>
    public TimeSpan? Stickiness { get; init; }

    /// <summary>The authentication that a client must pass first.</summary>
    /// <value>Defaults to none.</value>
    public Authentication? Authentication { get; init; }

    /// <summary>The validation of the token that a request must have; not beside <see cref="Authentication"/>.</summary>
    /// <value>Defaults to none.</value>
    public JwtValidation? JwtValidation { get; init; }
}
