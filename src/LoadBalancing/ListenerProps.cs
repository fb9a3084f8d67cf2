namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="Listener"/>.</summary>
public sealed record ListenerProps
{
    /// <summary>ARN of the load balancer.</summary>
    public required string LoadBalancerArn { get; init; }

    /// <summary>Port it listens on, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>Protocol clients speak to it.</summary>
    public required ListenerProtocol Protocol { get; init; }

    /// <summary>ARN of its certificate in AWS Certificate Manager; HTTPS must have one, HTTP must not.</summary>
    /// <value>Defaults to none.</value>
    public string? CertificateArn { get; init; }

    /// <summary>What it does with a request that no rule matches.</summary>
    public required ListenerAction DefaultAction { get; init; }
}
