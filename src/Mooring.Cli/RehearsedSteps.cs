using Mooring.Fleet;
using Mooring.Jsii;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Steps;

namespace Mooring.Cli;

/// <summary>Plans steps and rehearses them, with progress on the console.</summary>
internal static class RehearsedSteps
{
    /// <summary>Plans the steps from a deployed fleet to the next one.</summary>
    /// <param name="console">Shows what is done next.</param>
    /// <param name="fleet">The next fleet.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="percentages">How much of the change of weights is done in steps of its own before the whole.</param>
    /// <param name="cancellation">Stops the rehearsal.</param>
    public static async Task<StepPlan> PlanAsync(
        CommandConsole console,
        FleetSpec fleet,
        FleetSpec deployed,
        IReadOnlyList<int> percentages,
        CancellationToken cancellation
    )
    {
        JsiiEngine.Check(JsiiEngine.Default);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed, cancellation);
        try
        {
            return await StepRehearsal.PlanAsync(session, deployed, fleet, percentages, console.ShowStatus);
        }
        finally
        {
            console.ClearStatus();
        }
    }
}
