namespace Mooring.LoadBalancing;

/// <summary>Ports from the first to the last.</summary>
/// <param name="From">The first port, 1 to 65535.</param>
/// <param name="To">The last port, 1 to 65535.</param>
public readonly record struct PortRange(int From, int To)
{
    /// <summary>Whether all ports of a range are in this one.</summary>
    /// <param name="other">The other range.</param>
    public bool Contains(PortRange other) => other.From >= From && other.To <= To;
}
