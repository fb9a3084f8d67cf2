using Mooring.Fleet;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal;

/// <summary>Receives the results of a rehearsal, in the order in which they come.</summary>
public interface IRehearsalReport
{
    /// <summary>Describes what a rehearsal checks, and what it does not.</summary>
    void WriteHeading();

    /// <summary>Reports the plan of a stack.</summary>
    void Write(StackRehearsal stack);

    /// <summary>Reports the destruction of a stack that is no longer in the fleet.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="place">Its place in the order.</param>
    void WriteLeft(StackDestruction stack, string place);

    /// <summary>Reports the totals of all stacks.</summary>
    /// <param name="fleet">Their fleet.</param>
    void WriteTotal(FleetSpec fleet);

    /// <summary>Reports what became of traffic.</summary>
    void Write(TrafficReport traffic);

    /// <summary>Reports the destruction of all stacks, which ends the report.</summary>
    void Write(IReadOnlyList<StackDestruction> destructions);
}
