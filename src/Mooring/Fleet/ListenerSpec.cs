using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines a listener. Of a load balancer that is only looked up it names the port, and has rules.</summary>
public sealed record ListenerSpec
{
    /// <summary>
    /// Name that the listener had before: <c>moved</c> blocks of Terraform take it along, with its rules and certificates, and the rules keep their
    /// priorities. It can be removed once the change is applied.
    /// </summary>
    /// <value>Defaults to none.</value>
    public string? Renamed { get; init; }

    /// <summary>ARN of the listener on this port that already exists: Terraform imports it and owns it from then on.</summary>
    /// <value>Defaults to none: the listener is created.</value>
    public string? Adopt { get; init; }

    /// <summary>Port it listens on, 1 to 65535; no other listener of the load balancer may have it.</summary>
    public required int Port { get; init; }

    /// <summary>Protocol of the connections from clients.</summary>
    /// <value>Defaults to none; only a listener that is looked up may leave it out.</value>
    public ListenerProtocol? Protocol { get; init; }

    /// <summary>
    /// ARN of its default certificate in AWS Certificate Manager, in the fleet's region, or in IAM; an HTTPS listener must have
    /// one, an HTTP listener must not.
    /// </summary>
    /// <value>Defaults to none.</value>
    public string? Certificate { get; init; }

    /// <summary>ARNs of further certificates, which the listener selects by the client's host name (SNI).</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AdditionalCertificates { get; init; } = [];

    /// <summary>
    /// Name of the <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">security policy</see>:
    /// which TLS versions and ciphers a client may use.
    /// </summary>
    /// <value>Defaults to <c>ELBSecurityPolicy-TLS13-1-2-2021-06</c>, TLS 1.3, and 1.2 for older clients.</value>
    public string? TlsPolicy { get; init; }

    /// <summary>Verification of client certificates.</summary>
    /// <value>Defaults to none.</value>
    public MutualTlsSpec? MutualTls { get; init; }

    /// <summary>
    /// The headers that it adds to requests and responses. Removed, it leaves them as they are: write <c>headers: {}</c> first.
    /// </summary>
    /// <value>Defaults to AWS's where Terraform creates the listener, and otherwise as they are.</value>
    public ListenerHeadersSpec? Headers { get; init; }

    /// <summary>What it does with a request that no rule matches.</summary>
    /// <value>Defaults to none; only a listener that is looked up may leave it out.</value>
    public ActionSpec? DefaultAction { get; init; }

    /// <summary>
    /// Its rules. Those without a <c>priority</c> are tried in the order of this list. They begin with 10, 20, 30 …; synthesis records their
    /// priorities in <c>fleet.priorities.json</c> beside the fleet file, so that a rule that is added, deleted or moved changes no other.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<RuleSpec> Rules { get; init; } = [];

    /// <summary>Everything that it does with requests: its default action, and those of its rules.</summary>
    internal IEnumerable<IActionSpec> Actions => DefaultAction is null ? Rules : [DefaultAction, .. Rules];
}
