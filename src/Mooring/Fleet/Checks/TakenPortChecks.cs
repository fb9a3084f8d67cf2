using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that no listener takes the port of another one. Terraform changes listeners in parallel, and AWS refuses a port that another listener has: it is
/// free only after an apply that took it from its listener.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html"/>
/// <param name="listeners">The listeners of a load balancer.</param>
/// <param name="before">The deployed ones.</param>
/// <param name="scope">The place of the listeners.</param>
internal sealed class TakenPortChecks(IReadOnlyDictionary<string, ListenerSpec> listeners, IReadOnlyDictionary<string, ListenerSpec> before, FaultScope scope)
{
    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        var owners = before.DistinctBy(other => other.Value.Port).ToDictionary(other => other.Value.Port, other => other.Key);
        foreach (var (name, listener) in listeners)
        {
            // A listener whose 'renamed' is missing or wrong is probably the one that has the port.
            if (!scope.Entry(name).IsFaulty && owners.TryGetValue(listener.Port, out var owner) && owner != name && owner != listener.Renamed)
            {
                scope
                    .Entry(name)
                    .At(listener.Port)
                    .Add(
                        $"must not be {listener.Port} yet, which listener '{owner}' has until this change is applied: Terraform changes listeners in "
                            + "parallel, and AWS refuses a port that is in use; see docs/troubleshooting.md#duplicatelistener"
                    );
            }
        }
    }
}
