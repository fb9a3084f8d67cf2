namespace Mooring.TargetGroupBindings;

/// <summary>The effect of the taints that a toleration is for, in the words of Kubernetes.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"/>
public enum TolerationEffect
{
    /// <summary>No new pod is scheduled on the node.</summary>
    NoSchedule,

    /// <summary>No new pod is scheduled on the node, and running ones are evicted.</summary>
    NoExecute,

    /// <summary>A new pod is scheduled on the node only where there is no room elsewhere.</summary>
    PreferNoSchedule,
}
