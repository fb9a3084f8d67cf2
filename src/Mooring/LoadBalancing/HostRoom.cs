namespace Mooring.LoadBalancing;

/// <summary>What a rule of a listener has room for, beside its other conditions.</summary>
/// <param name="Values">How many more values.</param>
/// <param name="Wildcards">How many more wildcards.</param>
internal readonly record struct HostRoom(int Values, int Wildcards)
{
    /// <summary>The room beside one more host; less than none where the host does not fit.</summary>
    public HostRoom With(string host) => new(Values - 1, Wildcards - RuleLimits.Wildcards(host));

    /// <summary>Whether there is room for hosts, all together.</summary>
    public bool Fits(params IEnumerable<string> hosts) => hosts.Aggregate(this, (room, host) => room.With(host)) is { Values: >= 0, Wildcards: >= 0 };
}
