using System.CommandLine;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Failures;
using Mooring.Rehearsal.Reports;

namespace Mooring.Cli;

/// <summary><c>rehearse</c>: shows what Terraform would do with a fleet.</summary>
internal static class RehearseCommand
{
    private const string Description =
        "Plans, applies and destroys the stacks in order, with the real Terraform against a simulated AWS account, and shows what would be created, "
        + "changed and destroyed, and with --from which requests would fail meanwhile: then the exit code is 2. It needs Terraform on the PATH, and neither "
        + "credentials nor a network.";

    /// <summary>The exit code where Terraform accepts everything, and requests fail meanwhile.</summary>
    private const int TrafficIsLost = 2;

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
        var json = new Option<bool>("--json") { Description = "Writes the result as JSON." };
        var markdown = new Option<bool>("--markdown") { Description = "Writes the result as Markdown, for the comment of a pull request." };
        var strict = FleetWarnings.CreateOption();
        var command = new Command("rehearse", Description) { fleet, from, fail, chaos, json, markdown, strict };
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) is not null && (result.GetValue(chaos) || result.GetValue(fail) is { Length: > 0 }))
            {
                result.AddError("--from cannot be given with --fail or --chaos: failures are injected into one fleet");
            }

            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json cannot be given with --markdown");
            }

            if ((result.GetValue(json) || result.GetValue(markdown)) && (result.GetValue(chaos) || result.GetValue(fail) is { Length: > 0 }))
            {
                result.AddError("--json and --markdown cannot be given with --fail or --chaos: what failures do is written as text");
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
                            : RehearseAsync(
                                console,
                                arguments.GetRequiredValue(fleet),
                                arguments.GetValue(from),
                                ReportOf(console, arguments.GetValue(json), arguments.GetValue(markdown)),
                                warnings,
                                cancellation
                            );
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
        IRehearsalReport report,
        WarningOptions warnings,
        CancellationToken cancellation
    )
    {
        var (fleet, deployed) = deployedFile is null
            ? (FleetFile.Read(fleetFile, warnings), null)
            : new RehearsedChange(fleetFile, deployedFile).Read(warnings, console.WriteError);
        JsiiEngine.Check(JsiiEngine.Default);
        await using var rehearsal = await RehearsalSession.StartAsync(fleet, deployed, cancellation);
        var traffic = await FleetRehearsal.RunAsync(rehearsal, fleet, deployed, report, console.ShowStatus);
        console.ClearStatus();
        if (traffic.Findings.Count == 0)
        {
            return 0;
        }

        console.WriteError($"note: 'steps {fleetFile} --from {deployedFile}' plans this change in steps in which no request fails, where there is such a way");
        return TrafficIsLost;
    }

    private static IRehearsalReport ReportOf(CommandConsole console, bool json, bool markdown) =>
        json ? new JsonReport(console.WriteLine)
        : markdown ? new MarkdownReport(console.WriteLine)
        : new TextReport(console.WriteLine);
}
