using System.CommandLine;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Stacks;

namespace Mooring.Cli;

/// <summary><c>gitops</c>: writes the directory in Git that Argo CD installs from.</summary>
internal static class GitOpsCommand
{
    private const string Description =
        "Writes the directory that Argo CD reads from Git: ApplicationSets that install the controller and the bindings into every registered "
        + "cluster. The fleet file must have 'argoCd.gitOps'. Run it again after each change of the fleet, and commit the result.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Directory to write. Other files in it are not touched.",
            HelpName = "directory",
            DefaultValueFactory = _ => "gitops",
        }.NotEmpty();
        var strict = FleetWarnings.CreateOption();
        var command = new Command("gitops", Description) { fleet, output, strict };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    _ => Task.FromResult(Write(console, arguments.GetRequiredValue(fleet), arguments.GetRequiredValue(output), arguments.GetValue(strict))),
                    whenFaulty: "nothing was written",
                    whenFailed: "the last output is unchanged"
                )
        );
        return command;
    }

    private static int Write(CommandConsole console, string fleetFile, string directory, bool strict)
    {
        var fleet = FleetFile.Read(fleetFile, new FleetWarnings(console).Options(strict));
        if (fleet.ArgoCd?.GitOps is null)
        {
            throw new FleetException([
                new Fault(fleetFile, 0, 0, "argoCd.gitOps", "is required: it defines where in Git the directory is") { Code = ErrorCodes.Missing },
            ]);
        }

        var files = FleetGitOps.Write(fleet, directory);
        return CommandRun.Report(
            console,
            "the output is written",
            () =>
            {
                foreach (var file in files)
                {
                    console.WriteLine(Path.Combine(directory, file));
                }
            }
        );
    }
}
