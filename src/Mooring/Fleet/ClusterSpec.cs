using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>
/// Defines an EKS cluster, one that is created or one that already exists. Its name in AWS is its name in the fleet, and its
/// roles are named after it: it must be the only cluster of the name in its account.
/// </summary>
public sealed record ClusterSpec
{
    /// <summary>
    /// Whether the cluster already exists and is only looked up. Node groups, access entries and add-ons can be added to it; its own
    /// settings are left out.
    /// </summary>
    /// <value>Defaults to <c>false</c>: the cluster is created.</value>
    public bool Existing { get; init; }

    /// <summary>Kubernetes version of the control plane, such as <c>1.33</c>; self-managed nodes have the same, and need it to be given.</summary>
    /// <value>Defaults to the newest that EKS offers when the cluster is created.</value>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets for the control plane's and the nodes' network interfaces: at least two.</summary>
    /// <value>Defaults to none; only a cluster that already exists and gets no node groups may leave them out.</value>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>From where its API server is reached.</summary>
    /// <value>Defaults to the VPC and the internet.</value>
    public EndpointAccessSpec EndpointAccess { get; init; } = new();

    /// <summary>ARN of the KMS key that Secrets are encrypted with. EKS cannot go back: without it the cluster is another one.</summary>
    /// <value>Defaults to a key that AWS owns.</value>
    public string? EncryptionKey { get; init; }

    /// <summary>Logs of the control plane that are written to CloudWatch.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<ClusterLogType> LogTypes { get; init; } = [];

    /// <summary>Where the cluster finds out who may do what. Access entries, and so Argo CD, need another than <c>CONFIG_MAP</c>.</summary>
    /// <value>Defaults to <c>API</c>.</value>
    public AuthenticationMode AuthenticationMode { get; init; } = AuthenticationMode.Api;

    /// <summary>Who may do what in the cluster, by a name of your own.</summary>
    /// <value>Defaults to nobody but who creates it, and Argo CD.</value>
    public IReadOnlyDictionary<string, AccessEntrySpec> AccessEntries { get; init; } = new Dictionary<string, AccessEntrySpec>();

    /// <summary>EKS add-ons, by their names in EKS.</summary>
    /// <value>Defaults to none but EKS's own, and the Pod Identity agent where the controller needs it.</value>
    public IReadOnlyDictionary<string, AddOnSpec> AddOns { get; init; } = new Dictionary<string, AddOnSpec>();

    /// <summary>Managed node groups, by name.</summary>
    /// <value>Defaults to none, as for a cluster whose nodes are Karpenter's or Auto Mode's.</value>
    public IReadOnlyDictionary<string, NodeGroupSpec> NodeGroups { get; init; } = new Dictionary<string, NodeGroupSpec>();

    /// <summary>Self-managed node groups, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, SelfManagedNodeGroupSpec> SelfManagedNodeGroups { get; init; } = new Dictionary<string, SelfManagedNodeGroupSpec>();

    /// <summary>Whether the cluster's IAM OIDC provider is created or already exists; only that of an existing cluster can exist.</summary>
    /// <value>Defaults to <c>create</c>, for an existing cluster to <c>existing</c>.</value>
    public OidcProviderSource? OidcProvider { get; init; }

    /// <summary>Tags of the cluster, its node groups and add-ons, beside the fleet's.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Who installs the controller and the bindings.</summary>
    /// <value>Defaults to <c>helm</c>.</value>
    public Delivery Delivery { get; init; } = Delivery.Helm;

    /// <summary>What its Secret in Argo CD's namespace holds beside the usual.</summary>
    /// <value>Defaults to nothing.</value>
    public RegistrationSpec Registration { get; init; } = new();

    /// <summary>
    /// Which of its Services take traffic from which load balancers. The target group of the first is the one that the
    /// labels of the cluster's Argo CD Secret name; its annotations name all.
    /// </summary>
    /// <value>Defaults to none. Under <c>helm</c> delivery the cluster then has no controller.</value>
    public IReadOnlyList<BindingSpec> Bindings { get; init; } = [];

    /// <summary>Whether the cluster's IAM OIDC provider is created or already exists, also where the file does not state it.</summary>
    internal OidcProviderSource EffectiveOidcProvider => OidcProvider ?? (Existing ? OidcProviderSource.Existing : OidcProviderSource.Create);

    /// <summary>The bindings whose targets the controller registers.</summary>
    internal IEnumerable<BindingSpec> ControllerBindings => Bindings.Where(binding => binding.RegisterBy == RegisterBy.Controller);

    /// <summary>Whether the cluster has a controller. Argo CD keeps it when the last binding goes, to deregister its targets.</summary>
    internal bool HasController => Delivery == Delivery.ArgoCd || ControllerBindings.Any();
}
