namespace Mooring.TargetGroupBindings;

/// <summary>How a toleration is compared with a taint.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"/>
public enum TolerationOperator
{
    /// <summary>The taint has the key and the value.</summary>
    Equal,

    /// <summary>The taint has the key, with any value; without a key, every taint.</summary>
    Exists,
}
