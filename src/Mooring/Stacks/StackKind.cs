namespace Mooring.Stacks;

/// <summary>What a stack holds.</summary>
public enum StackKind
{
    /// <summary>A load balancer.</summary>
    LoadBalancer,

    /// <summary>A cluster.</summary>
    Cluster,

    /// <summary>A cluster's registration with Argo CD.</summary>
    Registration,

    /// <summary>What Terraform installs into a cluster.</summary>
    Binding,
}
