using System.Collections.ObjectModel;

namespace Mooring.Fleet;

/// <summary>Defines the Argo CD that clusters are registered with.</summary>
public sealed record ArgoCdSpec
{
    /// <summary>Name of the root cluster, where Argo CD runs: a cluster of this fleet, or with <see cref="Existing"/> its name in EKS.</summary>
    public required string Cluster { get; init; }

    /// <summary>
    /// Whether Argo CD and its cluster belong to another fleet, or to nobody's. Nothing of them is created: this fleet's clusters are registered
    /// there, and let Argo CD's role in.
    /// </summary>
    /// <value>Defaults to <c>false</c>: the root cluster is one of this fleet.</value>
    public bool Existing { get; init; }

    /// <summary>Name of the location of the root cluster. Only with <see cref="Existing"/>: a cluster of this fleet says itself where it is.</summary>
    /// <value>Defaults to the fleet's own account, region and VPC.</value>
    public string? Location { get; init; }

    /// <summary>
    /// How Terraform reaches the API server of the root cluster. Only with <see cref="Existing"/>: a cluster of this fleet says itself how it is reached.
    /// </summary>
    /// <value>Defaults to its endpoint in EKS.</value>
    public ConnectionSpec? Connection { get; init; }

    /// <summary>
    /// ARN of Argo CD's own role, which assumes a role in each cluster. Only with <see cref="Existing"/>, where either this or
    /// <see cref="CapabilityRole"/> is required.
    /// </summary>
    /// <value>Defaults to none: the role is created with the root cluster.</value>
    public string? Role { get; init; }

    /// <summary>Namespace where Argo CD runs and looks for cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>
    /// ARN of the role of the <see href="https://docs.aws.amazon.com/eks/latest/userguide/argocd.html">EKS Capability for Argo CD</see>, where EKS
    /// runs Argo CD: clusters are registered by their ARNs, and have an access entry for this role.
    /// </summary>
    /// <value>Defaults to none: you run Argo CD yourself; it has a role in the root cluster, and assumes one in each cluster.</value>
    public string? CapabilityRole { get; init; }

    /// <summary>
    /// The EKS Capability for Argo CD, where Terraform creates it with the root cluster. Not with <see cref="Existing"/>. With
    /// <see cref="CapabilityRole"/> beside it, it has that role.
    /// </summary>
    /// <value>
    /// Defaults to none: you create it yourself and name its <see cref="CapabilityRole"/>, or run Argo CD without it. Its role is created as
    /// <c>&lt;cluster&gt;-argocd-capability</c>, without permissions in AWS.
    /// </value>
    public CapabilitySpec? Capability { get; init; }

    /// <summary>Fleets of others, by their names, whose clusters are registered with this Argo CD and are in other accounts than it.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, ArgoCdGuestSpec> Guests { get; init; } = ReadOnlyDictionary<string, ArgoCdGuestSpec>.Empty;

    /// <summary>The directory that Argo CD reads from Git, which <c>dotnet run -- gitops</c> writes.</summary>
    /// <value>Defaults to none: that command cannot be used.</value>
    public GitOpsSpec? GitOps { get; init; }

    /// <summary>Whether EKS runs Argo CD.</summary>
    internal bool IsCapability => CapabilityRole is not null || Capability is not null;
}
