using System.Collections.ObjectModel;
using Mooring.Clusters;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>
/// Defines an EKS cluster, one that is created or one that already exists. Its name in AWS is its first name in the fleet, and its
/// roles are named after it: it must be the only cluster of the name in its account.
/// </summary>
public sealed record ClusterSpec
{
    /// <summary>
    /// The first name that the cluster had in this file, where it has another one now. It keeps what is derived from that name: its name in AWS, its
    /// stacks with their states, and the names of its roles, its target groups, and its Secret and Applications in Argo CD. The rest of the file
    /// uses the new name. Leave it here as long as the cluster exists: without it Terraform creates another one.
    /// </summary>
    /// <value>Defaults to none: it has its first name.</value>
    public string? Renamed { get; init; }

    /// <summary>
    /// Whether the cluster already exists and is only looked up. Node groups, access entries and add-ons can be added to it; its own
    /// settings are left out.
    /// </summary>
    /// <value>Defaults to <c>false</c>: the cluster is created.</value>
    public bool Existing { get; init; }

    /// <summary>
    /// Name of the location that it is in. Bound to a load balancer of another account or VPC, it takes part with target type <c>ip</c>; a load
    /// balancer of another region it cannot be bound to.
    /// </summary>
    /// <value>Defaults to the fleet's own account, region and VPC.</value>
    public string? Location { get; init; }

    /// <summary>
    /// Kubernetes version of the control plane and its nodes, such as <c>1.36</c>; required with self-managed nodes. EKS upgrades a control plane by
    /// one minor version at a time, and never downgrades it.
    /// </summary>
    /// <value>Defaults to the newest that EKS offers when the cluster is created, for an existing cluster to the one that it has.</value>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets for the control plane's and the nodes' network interfaces: at least two.</summary>
    /// <value>Defaults to none; only a cluster that already exists and gets no node groups may leave them out.</value>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>Endpoint access of its API server.</summary>
    /// <value>Defaults to the VPC and the internet.</value>
    public EndpointAccessSpec EndpointAccess { get; init; } = new();

    /// <summary>ARN of the KMS key that Secrets are encrypted with. EKS cannot remove it: without it Terraform replaces the cluster.</summary>
    /// <value>Defaults to a key that AWS owns.</value>
    public string? EncryptionKey { get; init; }

    /// <summary>Control plane logs that are written to CloudWatch.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<ClusterLogType> LogTypes { get; init; } = [];

    /// <summary>Source of the permissions in the cluster. Access entries, and so Argo CD, need another than <c>CONFIG_MAP</c>.</summary>
    /// <value>Defaults to <c>API</c>.</value>
    public AuthenticationMode AuthenticationMode { get; init; } = AuthenticationMode.Api;

    /// <summary>Access entries of the cluster, by names that you choose.</summary>
    /// <value>Defaults to none: only the cluster's creator and Argo CD have access.</value>
    public IReadOnlyDictionary<string, AccessEntrySpec> AccessEntries { get; init; } = ReadOnlyDictionary<string, AccessEntrySpec>.Empty;

    /// <summary>
    /// Ids of the security groups that its nodes have, where they do not have the one that EKS creates for the cluster, such as nodes of
    /// terraform-aws-modules/eks or of a launch template. The ingress rules for load balancers are added to these.
    /// </summary>
    /// <value>Defaults to none: nodes have the cluster's security group, and the rules are added to it.</value>
    public IReadOnlyList<string> NodeSecurityGroups { get; init; } = [];

    /// <summary>EKS add-ons, by their names in EKS.</summary>
    /// <value>
    /// Defaults to those of EKS, and the Pod Identity agent where the controller needs it. An existing cluster has the agent already, as an add-on or
    /// with EKS Auto Mode: name <c>eks-pod-identity-agent</c> here to have it created there.
    /// </value>
    public IReadOnlyDictionary<string, AddOnSpec> AddOns { get; init; } = ReadOnlyDictionary<string, AddOnSpec>.Empty;

    /// <summary>
    /// EKS Auto Mode of a cluster that is created: <c>{}</c> is on, with the node pools of EKS. Its controller registers targets where
    /// <c>controller.kind</c> is <c>auto-mode</c>.
    /// </summary>
    /// <value>Defaults to none: the cluster has never had Auto Mode.</value>
    public AutoModeSpec? AutoMode { get; init; }

    /// <summary>Managed node groups, by name.</summary>
    /// <value>Defaults to none, as for a cluster with Karpenter or EKS Auto Mode.</value>
    public IReadOnlyDictionary<string, NodeGroupSpec> NodeGroups { get; init; } = ReadOnlyDictionary<string, NodeGroupSpec>.Empty;

    /// <summary>Self-managed node groups, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, SelfManagedNodeGroupSpec> SelfManagedNodeGroups { get; init; } =
        ReadOnlyDictionary<string, SelfManagedNodeGroupSpec>.Empty;

    /// <summary>Fargate profiles, by name: pods that they select run on AWS Fargate, without nodes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, FargateProfileSpec> FargateProfiles { get; init; } = ReadOnlyDictionary<string, FargateProfileSpec>.Empty;

    /// <summary>What Karpenter needs in the cluster: <c>{}</c> is all of it.</summary>
    /// <value>Defaults to none.</value>
    public KarpenterSpec? Karpenter { get; init; }

    /// <summary>Whether the cluster's IAM OIDC provider is created or already exists; only that of an existing cluster can exist.</summary>
    /// <value>Defaults to <c>create</c>, for an existing cluster to <c>existing</c>.</value>
    public OidcProviderSource? OidcProvider { get; init; }

    /// <summary>Tags of the cluster, its node groups and add-ons, in addition to the fleet's.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Who installs the controller and the bindings.</summary>
    /// <value>Defaults to <c>helm</c>.</value>
    public Delivery Delivery { get; init; } = Delivery.Helm;

    /// <summary>
    /// Who installed the controller and the bindings until now, to hand a live cluster over without deregistering a target. Remove it after the
    /// cluster's stacks were applied once.
    /// </summary>
    /// <value>Defaults to none: nobody else did.</value>
    public Delivery? HandoverFrom { get; init; }

    /// <summary>What differs here from the fleet's controller.</summary>
    /// <value>Defaults to nothing.</value>
    public ClusterControllerSpec Controller { get; init; } = new();

    /// <summary>
    /// How Terraform reaches its API server, where the providers of Kubernetes and Helm run without a way to the endpoint. Argo CD has a way of its own:
    /// <c>registration.connection</c>.
    /// </summary>
    /// <value>Defaults to its endpoint in EKS.</value>
    public ConnectionSpec? Connection { get; init; }

    /// <summary>Its Secret in Argo CD's namespace: whether there is one, and its further contents.</summary>
    /// <value>Defaults to a Secret without further contents, in a fleet with Argo CD.</value>
    public RegistrationSpec Registration { get; init; } = new();

    /// <summary>
    /// Which of its Services take traffic from which load balancers. The target group of the first is the one that the
    /// labels of the cluster's Argo CD Secret name; its annotations name all.
    /// </summary>
    /// <value>Defaults to none. Under <c>helm</c> delivery the cluster then has no controller.</value>
    public IReadOnlyList<BindingSpec> Bindings { get; init; } = [];

    /// <summary>Whether the cluster's IAM OIDC provider is created or already exists, also where the file does not state it.</summary>
    internal OidcProviderSource EffectiveOidcProvider => OidcProvider ?? (Existing ? OidcProviderSource.Existing : OidcProviderSource.Create);

    /// <summary>
    /// Whether it has nodes with its own security group: all of them, or those of the fleet that EKS or Mooring gives it to, as EKS gives it to pods on
    /// Fargate.
    /// </summary>
    internal bool HasNodesInClusterGroup =>
        NodeSecurityGroups.Count == 0
        || AutoMode is { Enabled: true, NodePools.Count: > 0 }
        || SelfManagedNodeGroups.Count > 0
        || FargateProfiles.Count > 0
        || NodeGroups.Values.Any(group => group.LaunchTemplate is null);

    /// <summary>Whether all nodes of the fleet in it are those of EKS Auto Mode, which have the Pod Identity agent built in.</summary>
    internal bool HasAutoModeNodesOnly => AutoMode is { Enabled: true } && NodeGroups.Count + SelfManagedNodeGroups.Count == 0 && Karpenter is null;

    /// <summary>Whether the controller of EKS Auto Mode registers its targets.</summary>
    internal bool HasAutoModeController => Controller.Kind == ControllerKind.AutoMode;

    /// <summary>The bindings whose targets the controller registers.</summary>
    internal IEnumerable<BindingSpec> ControllerBindings => Bindings.Where(binding => binding.RegisterBy == RegisterBy.Controller);

    /// <summary>
    /// Whether the cluster has a controller, of the fleet or of somebody else. With Argo CD delivery it stays when the last binding is removed, to
    /// deregister the targets.
    /// </summary>
    internal bool HasController => Delivery == Delivery.ArgoCd || ControllerBindings.Any();

    /// <summary>Whether Terraform installs something in it, or takes away what it has installed: it has a stack of the kind <c>binding</c>.</summary>
    internal bool HasReleases => this is { Delivery: Delivery.Helm, HasController: true } or { HandoverFrom: Delivery.Helm };
}
