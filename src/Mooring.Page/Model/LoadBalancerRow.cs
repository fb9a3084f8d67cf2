using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Page.Model;

/// <summary>A load balancer in the table of load balancers.</summary>
/// <param name="Name">Its name in the fleet file.</param>
/// <param name="InAws">Its name in AWS.</param>
/// <param name="Origin">Whether Terraform creates it, adopts it, or looks it up.</param>
/// <param name="Scheme">Who can reach it.</param>
/// <param name="Listeners">Its listeners and their ports.</param>
/// <param name="Warnings">The warnings of it that belong to none of its rules.</param>
public sealed record LoadBalancerRow(string Name, string InAws, string Origin, string Scheme, string Listeners, IReadOnlyList<FleetWarning> Warnings)
{
    /// <summary>The load balancers of a state.</summary>
    internal static IEnumerable<LoadBalancerRow> Of(PageState state)
    {
        var warnings = new PlacedWarnings(state.Warnings);
        return state.Fleet.LoadBalancers.Select(entry => new LoadBalancerRow(
            Printable.OneLine(entry.Key),
            Printable.OneLine(FleetNames.LoadBalancer(state.Fleet, entry.Key)),
            entry.Value.Existing is not null ? "looks it up"
                : entry.Value.Adopt is not null ? "adopts it"
                : "creates it",
            entry.Value.Existing is null ? entry.Value.Scheme.Word() : string.Empty,
            Printable.OneLine(string.Join(", ", entry.Value.Listeners.Select(listener => $"{listener.Key} {ListenerWords.Of(listener.Value)}"))),
            warnings.At($"loadBalancers.{entry.Key}", but: "listeners")
        ));
    }
}
