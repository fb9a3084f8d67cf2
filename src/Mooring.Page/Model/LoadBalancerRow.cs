using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Page.Model;

/// <summary>A load balancer in the table of load balancers.</summary>
/// <param name="Key">Its first name in the fleet file.</param>
/// <param name="Name">Its name in the fleet file.</param>
/// <param name="InAws">Its name in AWS.</param>
/// <param name="Origin">Whether Terraform creates it, adopts it, or looks it up.</param>
/// <param name="Scheme">Who can reach it.</param>
/// <param name="Listeners">Its listeners and their ports.</param>
public sealed record LoadBalancerRow(string Key, string Name, string InAws, string Origin, string Scheme, string Listeners)
{
    /// <summary>The warnings of it that belong to none of its rules.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<FleetWarning> Warnings { get; init; } = [];

    /// <summary>The load balancers of a state.</summary>
    internal static IReadOnlyList<LoadBalancerRow> Of(PageState state)
    {
        var warnings = new PlacedWarnings(state.Warnings);
        return
        [
            .. state.Fleet.LoadBalancers.Select(entry => new LoadBalancerRow(
                OriginalNames.LoadBalancer(state.Fleet, entry.Key),
                Printable.OneLine(entry.Key),
                Printable.OneLine(FleetNames.LoadBalancer(state.Fleet, entry.Key)),
                entry.Value.Existing is not null ? "looks it up"
                    : entry.Value.Adopt is not null ? "adopts it"
                    : "creates it",
                entry.Value.Existing is null ? entry.Value.Scheme.Word() : string.Empty,
                Printable.OneLine(string.Join(", ", entry.Value.Listeners.Select(listener => $"{listener.Key} {ListenerWords.Of(listener.Value)}")))
            )
            {
                Warnings = warnings.At($"loadBalancers.{entry.Key}", but: "listeners"),
            }),
        ];
    }
}
