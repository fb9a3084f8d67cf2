using System.CommandLine;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Rehearsal;

namespace Mooring.Cli;

/// <summary><c>rehearse</c>: fleet file in, what Terraform would do out.</summary>
internal static class RehearseCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var fleet = FleetArgument.Create();
        var from = new Option<string?>("--from")
        {
            Description = "The fleet file as it is deployed now. What would be changed and destroyed is shown against it.",
            HelpName = "fleet",
        };
        var command = new Command(
            "rehearse",
            "Plans, applies and destroys the stacks in order, with real Terraform on a pretended AWS account, and says what would be done. It "
                + "needs no credentials."
        )
        {
            fleet,
            from,
        };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    cancellation => RehearseAsync(arguments.GetRequiredValue(fleet), arguments.GetValue(from), cancellation),
                    whenFaulty: "nothing was rehearsed",
                    whenFailed: "a rehearsal leaves nothing behind"
                )
        );
        return command;
    }

    private static async Task<int> RehearseAsync(string fleetFile, string? deployedFile, CancellationToken cancellation)
    {
        var fleet = FleetFile.Read(fleetFile);
        var deployed = deployedFile is null ? null : FleetFile.Read(deployedFile);
        NodeRuntime.Prepare();
        await using var rehearsal = await RehearsalSession.StartAsync(fleet, deployed, cancellation);
        await FleetRehearsal.RunAsync(rehearsal, fleet, deployed, new RehearsalReport(WriteLine), ProgressLine.Show);
        ProgressLine.Clear();
        return 0;
    }

    private static void WriteLine(string line)
    {
        ProgressLine.Clear();
        Console.WriteLine(line);
    }
}
