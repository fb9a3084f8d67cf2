using Mooring.Discovery.Answers;
using Mooring.Fleet;

namespace Mooring.Discovery;

/// <summary>A fleet file, made from what AWS has.</summary>
/// <param name="Fleet">The fleet, as it is read from the file.</param>
/// <param name="Text">The text of the file.</param>
/// <param name="Adopted">What AWS answered about the load balancers that are adopted.</param>
internal sealed record DiscoveredFleet(FleetSpec Fleet, string Text, IReadOnlyList<LoadBalancerAnswer> Adopted)
{
    /// <summary>What could not be read, in a line each.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>What is there and the file does not say, in a line each.</summary>
    public IReadOnlyList<string> Unsayable { get; init; } = [];

    /// <summary>Whether a part of something that was asked for by name could not be read.</summary>
    public bool MissesNamed { get; init; }
}
