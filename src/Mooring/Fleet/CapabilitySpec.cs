namespace Mooring.Fleet;

/// <summary>
/// Defines the <see href="https://docs.aws.amazon.com/eks/latest/userguide/argocd.html">EKS Capability for Argo CD</see>, which Terraform creates in the
/// root cluster. When it is destroyed, EKS keeps what Argo CD has installed in the clusters: its only delete propagation policy is <c>RETAIN</c>.
/// </summary>
public sealed record CapabilitySpec
{
    /// <summary>
    /// Name of the capability in its cluster: 1 to 100 letters, digits, hyphens and underscores. Another name, like another Identity Center instance or
    /// namespace, makes Terraform destroy the capability and create it again; until then Argo CD does nothing.
    /// </summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Name { get; init; } = "argocd";

    /// <summary>The IAM Identity Center instance whose users sign in to Argo CD. The capability has no users of its own.</summary>
    public required IdentityCenterSpec IdentityCenter { get; init; }

    /// <summary>
    /// Ids of the VPC endpoints through which alone Argo CD's server is reached. The AWS provider cannot take the last of them away; see
    /// <c>docs/argocd-capability.md</c>.
    /// </summary>
    /// <value>Defaults to none: its server has a public endpoint.</value>
    public IReadOnlyList<string> VpcEndpoints { get; init; } = [];

    /// <summary>Who may do everything in Argo CD: its role <c>ADMIN</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public IdentitiesSpec Admins { get; init; } = new();

    /// <summary>Who may change Applications in Argo CD: its role <c>EDITOR</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public IdentitiesSpec Editors { get; init; } = new();

    /// <summary>Who may read in Argo CD: its role <c>VIEWER</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public IdentitiesSpec Viewers { get; init; } = new();
}
