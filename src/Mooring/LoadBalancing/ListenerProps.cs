namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="Listener"/>.</summary>
public sealed record ListenerProps
{
    /// <summary>The load balancer that has the listener.</summary>
    public required ILoadBalancer LoadBalancer { get; init; }

    /// <summary>ARN of the listener on this port that already exists: Terraform imports it and creates none.</summary>
    /// <value>Defaults to none: Terraform creates it.</value>
    public string? AdoptArn { get; init; }

    /// <summary>
    /// Construct id, in the same scope, that the listener had before it was renamed: <c>moved</c> blocks keep it and its certificates, where another id
    /// would replace them. Its rules have <see cref="ListenerRuleProps.ListenerRenamedFromId"/>.
    /// </summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/modules/develop/refactoring"/>
    /// <value>Defaults to none.</value>
    public string? RenamedFromId { get; init; }

    /// <summary>Port it listens on, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>Protocol of the connections from clients.</summary>
    public required ListenerProtocol Protocol { get; init; }

    /// <summary>ARN of its default certificate, in AWS Certificate Manager or IAM; HTTPS must have one, HTTP must not.</summary>
    /// <value>Defaults to none.</value>
    public string? CertificateArn { get; init; }

    /// <summary>ARNs of further certificates, which the listener selects by the client's host name (SNI).</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AdditionalCertificateArns { get; init; } = [];

    /// <summary>Name of the security policy: which TLS versions and ciphers a client may use.</summary>
    /// <value>Defaults to <c>ELBSecurityPolicy-TLS13-1-2-2021-06</c>, TLS 1.3, and 1.2 for older clients.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"/>
    public string? TlsPolicy { get; init; }

    /// <summary>Verification of client certificates.</summary>
    /// <value>Defaults to none.</value>
    public MutualTls? MutualTls { get; init; }

    /// <summary>The headers that it adds to requests and responses.</summary>
    /// <value>Defaults to AWS's where Terraform creates the listener, and otherwise as they are.</value>
    public ListenerHeaders? Headers { get; init; }

    /// <summary>What it does with a request that no rule matches.</summary>
    public required ListenerAction DefaultAction { get; init; }
}
