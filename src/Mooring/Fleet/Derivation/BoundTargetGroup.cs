namespace Mooring.Fleet.Derivation;

/// <summary>A binding, where it is, and those before it in the order of the fleet that have the same target group.</summary>
internal sealed class BoundTargetGroup(string cluster, int index, BindingSpec binding, bool isShared)
{
    /// <summary>Its cluster.</summary>
    public string Cluster => cluster;

    /// <summary>Its place in the list of the cluster.</summary>
    public int Index => index;

    /// <summary>The binding.</summary>
    public BindingSpec Binding => binding;

    /// <summary>Whether its target group may have other targets.</summary>
    public bool IsShared => isShared;

    /// <summary>The last one before it.</summary>
    public BoundTargetGroup? Last { get; init; }

    /// <summary>The last one before it whose target group may have no other targets.</summary>
    public BoundTargetGroup? LastNotShared { get; init; }

    /// <summary>The last one before it in another cluster whose EKS Auto Mode registers targets, where its own cluster's does, too.</summary>
    public BoundTargetGroup? LastOfAutoMode { get; init; }

    /// <summary>The last one before it in the same cluster.</summary>
    public BoundTargetGroup? LastOfCluster { get; init; }
}
