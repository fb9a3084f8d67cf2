namespace Mooring.Fleet;

/// <summary>Defines a forward: requests go to one target group, or are distributed to several by weight.</summary>
public sealed record ForwardSpec
{
    /// <summary>The target groups, 1 to 5.</summary>
    public required IReadOnlyList<ForwardTargetGroupSpec> TargetGroups { get; init; }

    /// <summary>Duration of target group stickiness, 1 to 604800 seconds.</summary>
    /// <value>Defaults to none.</value>
    public int? Stickiness { get; init; }

    /// <summary>Authentication that a client must pass first; only in a listener of protocol HTTPS.</summary>
    /// <value>Defaults to none.</value>
    public AuthenticateSpec? Authenticate { get; init; }

    /// <summary>
    /// Validation of the JSON Web Token that a request of a service must have; only in a listener of protocol HTTPS, and not beside
    /// <see cref="Authenticate"/>.
    /// </summary>
    /// <value>Defaults to none.</value>
    public JwtValidationSpec? JwtValidation { get; init; }
}
