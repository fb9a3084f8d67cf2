using System.CommandLine;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Rehearsal;

namespace Mooring.Cli;

/// <summary><c>rehearse</c>: shows what Terraform would do with a fleet.</summary>
internal static class RehearseCommand
{
    private const string Description =
        "Plans, applies and destroys the stacks in order, with the real Terraform against a simulated AWS account, and shows what would be created, "
        + "changed and destroyed. It needs Terraform on the PATH, and neither credentials nor a network.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var from = new Option<string?>("--from")
        {
            Description = "Fleet file as it is deployed now. The rehearsal deploys it first, and then shows the changes.",
            HelpName = "fleet",
        };
        var command = new Command("rehearse", Description) { fleet, from };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    cancellation => RehearseAsync(console, arguments.GetRequiredValue(fleet), arguments.GetValue(from), cancellation),
                    whenFaulty: "nothing was rehearsed",
                    whenFailed: "a rehearsal leaves nothing behind"
                )
        );
        return command;
    }

    private static async Task<int> RehearseAsync(CommandConsole console, string fleetFile, string? deployedFile, CancellationToken cancellation)
    {
        var deployed = deployedFile is null ? null : FleetFile.Read(deployedFile);
        var fleet = deployed is null ? FleetFile.Read(fleetFile) : FleetFile.ReadChange(fleetFile, deployed);
        NodeRuntime.Prepare();
        await using var rehearsal = await RehearsalSession.StartAsync(fleet, deployed, cancellation);
        await FleetRehearsal.RunAsync(rehearsal, fleet, deployed, new RehearsalReport(console.WriteLine), console.ShowStatus);
        console.ClearStatus();
        return 0;
    }
}
