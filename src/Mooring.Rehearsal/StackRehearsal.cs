using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>A stack that was planned, applied and planned again.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Plan">The first plan.</param>
/// <param name="CallsOfReplan">The calls of the providers in the second plan, which are those of every further plan without changes.</param>
public sealed record StackRehearsal(string Stack, Plan Plan, IReadOnlyList<ProviderCall> CallsOfReplan)
{
    /// <summary>The settings that each imported resource gets where the fleet file is silent, by its address: <c>idle_timeout 60</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AdoptedDefaults { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Number of managed resources and data sources that a plan reads. A real provider calls AWS once or more for each.</summary>
    public int Reads => CallsOfReplan.Count(call => call.Operation is Operation.ReadResource or Operation.ReadDataSource);
}
