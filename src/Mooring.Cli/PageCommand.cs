using System.CommandLine;
using System.Text;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Page;
using Mooring.Page.Model;
using Mooring.Publishing;
using Mooring.Rehearsal.Steps;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Cli;

/// <summary><c>page</c>: writes a page that shows a fleet, or a change of one.</summary>
internal static class PageCommand
{
    private const string Description =
        "Writes a page that shows which cluster gets what share of which host name: one HTML file that needs no network. With --from it shows the fleet "
        + "before and after the change, what is added, changed and gone, and the steps between, which are rehearsed with the real Terraform; without "
        + "Terraform on the PATH, or where there are no safe steps, it says so and shows both fleets.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var from = new Option<string?>("--from")
        {
            Description = "Fleet file as it is deployed now. The page shows it first, and then the changes.",
            HelpName = "fleet",
        };
        from.NotEmptyWhereGiven();
        var output = new Option<string>("--output", "-o")
        {
            Description = "File to write.",
            HelpName = "file",
            DefaultValueFactory = _ => "fleet.html",
        }.NotEmpty();
        var strict = FleetWarnings.CreateOption();
        var command = new Command("page", Description) { fleet, from, output, strict };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    async cancellation =>
                    {
                        var file = arguments.GetRequiredValue(fleet);
                        var isStrict = arguments.GetValue(strict);
                        var states = arguments.GetValue(from) is { } deployed
                            ? await StatesOfChangeAsync(console, file, deployed, isStrict, cancellation)
                            : StatesOf(console, file, isStrict);
                        return await WriteAsync(console, states, arguments.GetRequiredValue(output));
                    },
                    whenFaulty: "nothing was written",
                    whenFailed: "the last page is unchanged"
                )
        );
        return command;
    }

    private static List<PageState> StatesOf(CommandConsole console, string fleetFile, bool strict)
    {
        var (warnings, found) = Collecting(console, strict);
        return [new(fleetFile, FleetFile.Read(fleetFile, warnings)) { Warnings = found }];
    }

    private static async Task<List<PageState>> StatesOfChangeAsync(
        CommandConsole console,
        string fleetFile,
        string deployedFile,
        bool strict,
        CancellationToken cancellation
    )
    {
        var (warnings, found) = Collecting(console, strict);
        var (fleet, deployed) = new RehearsedChange(fleetFile, deployedFile) { ChecksChange = false }.Read(warnings, console.WriteError);
        return [new("Before", deployed), .. await StepsAsync(console, fleet, deployed, cancellation), new("After", fleet) { Warnings = found }];
    }

    /// <summary>The steps between two fleets; none, with a note, where there are none that hold, or Terraform is missing.</summary>
    private static async Task<IEnumerable<PageState>> StepsAsync(CommandConsole console, FleetSpec fleet, FleetSpec deployed, CancellationToken cancellation)
    {
        try
        {
            var plan = await RehearsedSteps.PlanAsync(console, fleet, deployed, [], cancellation);
            if (plan.Holds)
            {
                return plan.Steps.Select((step, index) => new PageState(StepWords.Heading(index + 1, step.Step), step.Step.Fleet));
            }

            console.WriteError($"note: the page has no steps, because none hold: {plan.Obstacle ?? "requests would fail"}; see 'steps'");
        }
        catch (TerraformException exception)
        {
            console.WriteError($"note: the page has no steps, because they cannot be rehearsed: {exception.Message}");
        }

        return [];
    }

    private static (WarningOptions Options, List<FleetWarning> Found) Collecting(CommandConsole console, bool strict)
    {
        List<FleetWarning> found = [];
        var printed = new FleetWarnings(console).Options(strict);
        return (printed with { OnWarning = printed.OnWarning + found.Add }, found);
    }

    private static async Task<int> WriteAsync(CommandConsole console, List<PageState> states, string file)
    {
        var page = await FleetPage.OfAsync(states);
        Replace(file, Encoding.UTF8.GetBytes(page));
        return CommandRun.Report(console, "the page is written", () => console.WriteLine(file));
    }

    /// <summary>Readers of the file see the page that was there, or the new one, and never a part of one.</summary>
    private static void Replace(string file, byte[] content)
    {
        OutputFile.RequireNoDirectory(file);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
        {
            throw new IOException($"{folder} is not there: create the directory, or name another file with --output.");
        }

        ReplacedFile.Write(file, content);
    }
}
