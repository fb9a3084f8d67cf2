using Mooring.Fleet;

namespace Mooring.Page.Model;

/// <summary>A target group, and the bindings that register targets in it.</summary>
/// <param name="Part">The target group.</param>
internal sealed record TargetGroupUse(Part Part)
{
    /// <summary>The bindings, and the cluster of each.</summary>
    public List<(string Cluster, int Index, BindingSpec Binding)> Bindings { get; } = [];

    /// <summary>Whether a rule forwards to it.</summary>
    public bool IsForwardedTo { get; set; }
}
