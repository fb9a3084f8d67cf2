using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>What became of a stack that was planned, applied and planned again.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Plan">The first plan.</param>
/// <param name="CallsOfReplan">The calls of the providers that the second plan took, which is what every further plan takes that changes nothing.</param>
public sealed record StackRehearsal(string Stack, Plan Plan, IReadOnlyList<ProviderCall> CallsOfReplan)
{
    /// <summary>How many managed resources and data sources a plan reads. A real provider asks AWS once or more for each.</summary>
    public int Reads => CallsOfReplan.Count(call => call.Operation is Operation.ReadResource or Operation.ReadDataSource);
}
