using System.CommandLine;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Failures;

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
        from.NotEmptyWhereGiven();
        var fail = new Option<string[]>("--fail")
        {
            Description =
                "Injects a failure of a real cluster into the stacks of Helm releases, and shows what Terraform reports and what is left. Can be repeated.",
            HelpName = "failure",
        };
        fail.AcceptOnlyFromAmong([.. InjectedFailure.All.Select(failure => failure.Name)]);
        var chaos = new Option<bool>("--chaos") { Description = "Injects all failures, one after the other." };
        var strict = FleetWarnings.CreateOption();
        var command = new Command("rehearse", Description) { fleet, from, fail, chaos, strict };
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) is not null && (result.GetValue(chaos) || result.GetValue(fail) is { Length: > 0 }))
            {
                result.AddError("--from cannot be given with --fail or --chaos: failures are injected into one fleet");
            }
        });
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    cancellation =>
                    {
                        var warnings = new FleetWarnings(console).Options(arguments.GetValue(strict));
                        return FailuresOf(arguments.GetValue(fail) ?? [], arguments.GetValue(chaos)) is { Count: > 0 } failures
                            ? RehearseFailuresAsync(console, arguments.GetRequiredValue(fleet), failures, warnings, cancellation)
                            : RehearseAsync(console, arguments.GetRequiredValue(fleet), arguments.GetValue(from), warnings, cancellation);
                    },
                    whenFaulty: "nothing was rehearsed",
                    whenFailed: "a rehearsal leaves nothing behind"
                )
        );
        return command;
    }

    private static IReadOnlyList<InjectedFailure> FailuresOf(string[] names, bool all) =>
        all ? InjectedFailure.All : [.. InjectedFailure.All.Where(failure => names.Contains(failure.Name))];

    private static async Task<int> RehearseFailuresAsync(
        CommandConsole console,
        string fleetFile,
        IReadOnlyList<InjectedFailure> failures,
        WarningOptions warnings,
        CancellationToken cancellation
    )
    {
        var fleet = FleetFile.Read(fleetFile, warnings);
        JsiiEngine.Check(JsiiEngine.Default);
        await using var rehearsal = await RehearsalSession.StartAsync(fleet, cancellation: cancellation);
        await new FailureRehearsal(rehearsal, fleet, console.WriteLine, console.ShowStatus).RunAsync(failures);
        console.ClearStatus();
        return 0;
    }

    private static async Task<int> RehearseAsync(
        CommandConsole console,
        string fleetFile,
        string? deployedFile,
        WarningOptions warnings,
        CancellationToken cancellation
    )
    {
        var (fleet, deployed, notes) = deployedFile is null
            ? (FleetFile.Read(fleetFile, warnings), null, [])
            : new RehearsedChange(fleetFile, deployedFile).Read(warnings);
        foreach (var note in notes)
        {
            console.WriteError(note);
        }

        JsiiEngine.Check(JsiiEngine.Default);
        await using var rehearsal = await RehearsalSession.StartAsync(fleet, deployed, cancellation);
        await FleetRehearsal.RunAsync(rehearsal, fleet, deployed, new RehearsalReport(console.WriteLine), console.ShowStatus);
        console.ClearStatus();
        return 0;
    }
}
