using System.CommandLine;
using System.Text;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Page;
using Mooring.Page.Model;
using Mooring.Publishing;

namespace Mooring.Cli;

/// <summary><c>page</c>: writes a page that shows a fleet, or a change of one.</summary>
internal static class PageCommand
{
    private const string Description =
        "Writes a page that shows which cluster gets what share of which host name: one HTML file that needs no network. With --from it shows the fleet "
        + "before and after the change, and what is added, changed and gone.";

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
                    _ =>
                    {
                        var states = StatesOf(console, arguments.GetRequiredValue(fleet), arguments.GetValue(from), arguments.GetValue(strict));
                        return WriteAsync(console, states, arguments.GetRequiredValue(output));
                    },
                    whenFaulty: "nothing was written",
                    whenFailed: "the last page is unchanged"
                )
        );
        return command;
    }

    private static List<PageState> StatesOf(CommandConsole console, string fleetFile, string? deployedFile, bool strict)
    {
        List<FleetWarning> found = [];
        var printed = new FleetWarnings(console).Options(strict);
        var warnings = printed with { OnWarning = printed.OnWarning + found.Add };
        if (deployedFile is null)
        {
            return [new(fleetFile, FleetFile.Read(fleetFile, warnings)) { Warnings = found }];
        }

        var (fleet, deployed, notes) = new RehearsedChange(fleetFile, deployedFile).Read(warnings);
        foreach (var note in notes)
        {
            console.WriteError(note);
        }

        return [new("Before", deployed), new("After", fleet) { Warnings = found }];
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
        var files = DiskFileSystem.Instance;
        if (files.KindOf(file) is FileKind.Directory)
        {
            throw new IOException($"{file} must be a file, and is a directory: name a file with --output.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
        {
            throw new IOException($"{folder} is not there: create the directory, or name another file with --output.");
        }

        var written = Path.Combine(folder, $".{Path.GetFileName(file)}.{Path.GetRandomFileName()}");
        try
        {
            files.Write(written, content);
            files.Move(written, file);
        }
        finally
        {
            files.Delete(written);
        }
    }
}
